import { expect, test } from 'vitest'
import { startOfDay } from './start-of-day'

const now = new Date('2026-11-23T17:30:00Z')

test.each([
  ['2026-11-23', 'UTC', 0, '2026-11-23T00:00:00.000Z'],
  ['2026-11-23', 'Asia/Shanghai', 0, '2026-11-22T16:00:00.000Z'],
  ['2026-11-23', 'Asia/Shanghai', 1, '2026-11-23T16:00:00.000Z'],
  ['today', 'Asia/Shanghai', 0, '2026-11-23T16:00:00.000Z'],
  ['yesterday', 'Asia/Shanghai', 0, '2026-11-22T16:00:00.000Z'],
  ['today', 'America/New_York', 0, '2026-11-23T05:00:00.000Z'],
  ['2026-03-29', 'Europe/Berlin', 1, '2026-03-29T22:00:00.000Z'],
  ['2026-03-29', 'Europe/Berlin', 0, '2026-03-28T23:00:00.000Z'],
] as const)('%s in %s, %i days later, begins at %s', (date, timeZone, days, expected) => {
  expect(startOfDay(date, timeZone, now, days).toISOString()).toBe(expected)
})
