import { describe, expect, it } from 'vitest'
import { nextOccurrence } from './next-occurrence'

const next = (dueAt: string, repeats: Parameters<typeof nextOccurrence>[1], zone: string, now = dueAt) =>
  nextOccurrence(new Date(dueAt), repeats, zone, new Date(now)).toISOString()

describe('the next time of a repetition', () => {
  it('keeps the hour when summer time begins and ends', () => {
    expect(next('2026-03-28T08:00:00Z', 'daily', 'Europe/Berlin')).toBe('2026-03-29T07:00:00.000Z')
    expect(next('2026-10-24T07:00:00Z', 'daily', 'Europe/Berlin')).toBe('2026-10-25T08:00:00.000Z')
  })

  it('is on working days of its own zone', () => {
    expect(next('2026-11-27T01:00:00Z', 'weekdays', 'Asia/Shanghai')).toBe('2026-11-30T01:00:00.000Z')
    // Friday evening in New York is Saturday in UTC.
    expect(next('2026-11-26T02:00:00Z', 'weekdays', 'America/New_York')).toBe('2026-11-27T02:00:00.000Z')
    expect(next('2026-11-28T02:00:00Z', 'weekdays', 'America/New_York')).toBe('2026-12-01T02:00:00.000Z')
  })

  it('is on the last day of a month that lacks its day, and back on its day after', () => {
    expect(next('2027-01-31T09:00:00Z', 'monthly', 'UTC')).toBe('2027-02-28T09:00:00.000Z')
    expect(next('2028-02-29T09:00:00Z', 'yearly', 'UTC')).toBe('2029-02-28T09:00:00.000Z')
  })

  it('leaves out what was missed', () => {
    expect(next('2026-11-02T09:00:00Z', 'weekly', 'UTC', '2026-11-28T00:00:00Z')).toBe('2026-11-30T09:00:00.000Z')
  })
})
