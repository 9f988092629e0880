import type { SearchDate } from './parse-search'

const DAY_MS = 86_400_000

/** When a day begins in a time zone, `days` days later; where it begins without midnight (summer time), near it. */
export function startOfDay(date: SearchDate, timeZone: string, now: Date, days = 0): Date {
  const start = Date.parse(`${calendarDay(date, timeZone, now)}T00:00:00Z`) + days * DAY_MS
  const guess = start - offsetMs(start, timeZone)
  return new Date(start - offsetMs(guess, timeZone))
}

function calendarDay(date: SearchDate, timeZone: string, now: Date): string {
  if (date === 'today') return dayOf(now.getTime(), timeZone)
  if (date !== 'yesterday') return date
  return new Date(Date.parse(`${dayOf(now.getTime(), timeZone)}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10)
}

const dayOf = (instant: number, timeZone: string): string =>
  new Date(instant + offsetMs(instant, timeZone)).toISOString().slice(0, 10)

/** How far the zone's clocks are ahead of UTC. */
function offsetMs(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((found) => found.type === type)?.value)
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return shown - Math.floor(instant / 1_000) * 1_000
}
