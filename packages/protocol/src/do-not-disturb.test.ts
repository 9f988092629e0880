import { describe, expect, it } from 'vitest'
import { currentQuietPeriod, DoNotDisturb, isQuiet, type QuietPeriod } from './do-not-disturb'

const nights: QuietPeriod = { days: [1, 2, 3, 4, 5], from: '22:00', to: '07:30' }
const sundays: QuietPeriod = { days: [7], from: '00:00', to: '00:00' }
const quiet = (at: string, timeZone: string, quietHours: QuietPeriod[], until: string | null = null) =>
  isQuiet({ doNotDisturb: { until, quietHours }, timeZone }, new Date(at))

describe('do not disturb by hand', () => {
  it.each([
    ['before its end', '2026-11-27T09:59:59Z', true],
    ['from its end on', '2026-11-27T10:00:00Z', false],
  ])('%s', (_, at, expected) => {
    expect(quiet(at, 'UTC', [], '2026-11-27T10:00:00Z')).toBe(expected)
  })
})

describe('quiet hours', () => {
  it.each([
    // 2026-11-27 is a Friday.
    ['in the evening of a day of theirs', '2026-11-27T22:00:00Z', true],
    ['before they begin', '2026-11-27T21:59:00Z', false],
    ['in the morning after, though that day is none of theirs', '2026-11-28T07:29:00Z', true],
    ['no longer when they end', '2026-11-28T07:30:00Z', false],
    ['not in the evening of another day', '2026-11-28T22:00:00Z', false],
    ['not in the morning of their first day', '2026-11-30T06:00:00Z', false],
  ])('hold %s', (_, at, expected) => {
    expect(quiet(at, 'UTC', [nights])).toBe(expected)
  })

  it('follow the clock of the person’s own zone', () => {
    expect(quiet('2026-11-27T14:30:00Z', 'Asia/Shanghai', [nights])).toBe(true)
    expect(quiet('2026-11-27T14:30:00Z', 'UTC', [nights])).toBe(false)
  })

  it('last a whole day when they end where they begin', () => {
    expect(quiet('2026-11-29T00:00:00Z', 'UTC', [sundays])).toBe(true)
    expect(quiet('2026-11-29T23:59:00Z', 'UTC', [sundays])).toBe(true)
    expect(quiet('2026-11-30T00:00:00Z', 'UTC', [sundays])).toBe(false)
  })

  it('begin and end by the wall clock when summer time begins and ends', () => {
    const everyNight = { days: [1, 2, 3, 4, 5, 6, 7], from: '22:00', to: '07:30' }
    // In Berlin clocks go forward on 2026-03-29 at 01:00 UTC and back on 2026-10-25 at 01:00 UTC.
    expect(quiet('2026-03-28T06:30:00Z', 'Europe/Berlin', [everyNight])).toBe(false)
    expect(quiet('2026-03-29T05:29:00Z', 'Europe/Berlin', [everyNight])).toBe(true)
    expect(quiet('2026-03-29T05:30:00Z', 'Europe/Berlin', [everyNight])).toBe(false)
    expect(quiet('2026-10-25T06:29:00Z', 'Europe/Berlin', [everyNight])).toBe(true)
    expect(quiet('2026-10-25T06:30:00Z', 'Europe/Berlin', [everyNight])).toBe(false)
  })

  it('say which of them hold, and count in UTC where the zone is unknown', () => {
    const doNotDisturb = { until: null, quietHours: [sundays, nights] }
    expect(currentQuietPeriod({ doNotDisturb, timeZone: 'Mars/Base' }, new Date('2026-11-27T23:00:00Z'))).toBe(nights)
  })
})

it.each([
  { days: [], from: '22:00', to: '07:00' },
  { days: [8], from: '22:00', to: '07:00' },
  { days: [1], from: '24:00', to: '07:00' },
  { days: [1], from: '7:00', to: '08:00' },
])('are refused when they are none: %o', (period) => {
  expect(DoNotDisturb.safeParse({ until: null, quietHours: [period] }).success).toBe(false)
})
