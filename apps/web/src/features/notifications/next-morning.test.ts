import { expect, it } from 'vitest'
import { nextMorning } from './next-morning'

it.each([
  ['in the evening', '2026-11-27T20:10:00Z', 'UTC', '2026-11-28T08:00:00.000Z'],
  ['before eight: the day after', '2026-11-27T06:00:00Z', 'UTC', '2026-11-28T08:00:00.000Z'],
  ['by the clock of the zone', '2026-11-27T12:00:00Z', 'Asia/Shanghai', '2026-11-28T00:00:00.000Z'],
  ['in a zone of three quarters of an hour', '2026-11-27T12:00:00Z', 'Asia/Kathmandu', '2026-11-28T02:15:00.000Z'],
  ['when summer time begins in the night', '2026-03-28T20:00:00Z', 'Europe/Berlin', '2026-03-29T06:00:00.000Z'],
])('is eight o’clock tomorrow: %s', (_, from, timeZone, expected) => {
  expect(nextMorning(new Date(from), timeZone).toISOString()).toBe(expected)
})
