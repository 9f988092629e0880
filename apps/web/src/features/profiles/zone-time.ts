import { zoneOffsetMinutes } from '../../app/zone-offset'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** How many hours somebody's clocks are ahead of the reader's; half and quarter hours are kept. */
export const hoursAhead = (theirZone: string, myZone: string, atMs: number): number =>
  (zoneOffsetMinutes(theirZone, atMs) - zoneOffsetMinutes(myZone, atMs)) / 60

/** The end of the day, `daysOn` days later, by the clocks of a zone. */
export function endOfDay(timeZone: string, atMs: number, daysOn = 0): number {
  const localMs = atMs + zoneOffsetMinutes(timeZone, atMs) * MINUTE_MS
  const midnightMs = (Math.floor(localMs / DAY_MS) + 1 + daysOn) * DAY_MS
  // The offset of that midnight, not of now: clocks may be changed in between.
  const guessMs = midnightMs - zoneOffsetMinutes(timeZone, atMs) * MINUTE_MS
  return midnightMs - zoneOffsetMinutes(timeZone, guessMs) * MINUTE_MS
}

/** Days until Sunday, the last of the week, by the clocks of a zone. */
export function daysUntilSunday(timeZone: string, atMs: number): number {
  const day = new Date(atMs + zoneOffsetMinutes(timeZone, atMs) * MINUTE_MS).getUTCDay()
  return (7 - day) % 7
}
