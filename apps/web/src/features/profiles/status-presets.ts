import { daysUntilSunday, endOfDay } from './zone-time'

export const expiries = ['never', 'halfHour', 'hour', 'today', 'week'] as const
export type Expiry = (typeof expiries)[number]

/** When a status goes by itself, by the clocks of the person's zone. */
export function expiryInstant(expiry: Expiry, nowMs: number, timeZone: string): string | null {
  const ms = {
    never: null,
    halfHour: nowMs + 30 * 60_000,
    hour: nowMs + 60 * 60_000,
    today: endOfDay(timeZone, nowMs),
    week: endOfDay(timeZone, nowMs, daysUntilSunday(timeZone, nowMs)),
  }[expiry]
  return ms === null ? null : new Date(ms).toISOString()
}

/** What people are at most often, and for how long that is. */
export const presets = [
  { key: 'meeting', emoji: '📅', expiry: 'hour' },
  { key: 'lunch', emoji: '🍜', expiry: 'hour' },
  { key: 'commute', emoji: '🚌', expiry: 'halfHour' },
  { key: 'ill', emoji: '🤒', expiry: 'today' },
  { key: 'leave', emoji: '🌴', expiry: 'week' },
] as const satisfies readonly { key: string; emoji: string; expiry: Expiry }[]
