import { zoneOffsetMinutes } from './zone-offset'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** `2026-11-28T09:00`, as a field for a date and a time has it. */
const MINUTES_LENGTH = 16

/** What the clocks of a zone show at an instant. */
export const wallTime = (atMs: number, timeZone: string): string =>
  new Date(atMs + zoneOffsetMinutes(timeZone, atMs) * MINUTE_MS).toISOString().slice(0, MINUTES_LENGTH)

/** When the clocks of a zone show that; null for no time at all. */
export function instantOfWallTime(wall: string, timeZone: string): string | null {
  const asUtcMs = Date.parse(`${wall}Z`)
  if (Number.isNaN(asUtcMs)) return null
  // The offset of that time, not of now: clocks may be changed in between.
  const guessMs = asUtcMs - zoneOffsetMinutes(timeZone, asUtcMs) * MINUTE_MS
  return new Date(asUtcMs - zoneOffsetMinutes(timeZone, guessMs) * MINUTE_MS).toISOString()
}

/** A time of day, so many days on. */
export const wallDaysOn = (wall: string, days: number, time: string): string =>
  `${new Date(Date.parse(`${wall}Z`) + days * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length)}T${time}`

/** Days until the Monday that follows. */
export const daysUntilMonday = (wall: string): number => 7 - ((new Date(`${wall}Z`).getUTCDay() + 6) % 7)
