import { expect, it } from 'vitest'
import { daysUntilSunday, endOfDay, hoursAhead } from './zone-time'

const at = (instant: string) => Date.parse(instant)
const iso = (ms: number) => new Date(ms).toISOString()

it('tells how far somebody’s clocks are ahead, in summer and winter, and by half hours', () => {
  expect(hoursAhead('Asia/Shanghai', 'Europe/Berlin', at('2026-11-28T09:00:00Z'))).toBe(7)
  expect(hoursAhead('Asia/Shanghai', 'Europe/Berlin', at('2026-07-01T09:00:00Z'))).toBe(6)
  expect(hoursAhead('America/New_York', 'UTC', at('2026-11-28T09:00:00Z'))).toBe(-5)
  expect(hoursAhead('Asia/Kolkata', 'UTC', at('2026-11-28T09:00:00Z'))).toBe(5.5)
})

it('ends the day where the person is', () => {
  expect(iso(endOfDay('Asia/Shanghai', at('2026-11-28T17:00:00Z')))).toBe('2026-11-29T16:00:00.000Z')
  expect(iso(endOfDay('America/New_York', at('2026-11-28T03:00:00Z')))).toBe('2026-11-28T05:00:00.000Z')
  expect(iso(endOfDay('Europe/Berlin', at('2026-10-24T12:00:00Z'), 1))).toBe('2026-10-25T23:00:00.000Z')
})

it('counts the days of the week to Sunday', () => {
  expect(daysUntilSunday('UTC', at('2026-11-23T09:00:00Z'))).toBe(6)
  expect(daysUntilSunday('UTC', at('2026-11-29T09:00:00Z'))).toBe(0)
  expect(daysUntilSunday('Asia/Shanghai', at('2026-11-28T17:00:00Z'))).toBe(0)
})
