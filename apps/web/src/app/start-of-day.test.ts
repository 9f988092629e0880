import { expect, it } from 'vitest'
import { startOfDay } from './start-of-day'

it.each([
  ['2026-11-27', 'UTC', '2026-11-27T00:00:00.000Z'],
  ['2026-11-27', 'Asia/Shanghai', '2026-11-26T16:00:00.000Z'],
  ['2026-11-27', 'Asia/Kathmandu', '2026-11-26T18:15:00.000Z'],
  ['2026-11-27', 'America/Los_Angeles', '2026-11-27T08:00:00.000Z'],
  // The clocks go forward at two o'clock of this day, and back at three of the other.
  ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
  ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
  ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
])('%s begins in %s at %s', (day, timeZone, instant) => {
  expect(startOfDay(day, timeZone)).toBe(instant)
})
