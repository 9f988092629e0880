const DAY_MS = 24 * 60 * 60 * 1000
/** Hangzhou keeps UTC+8 all the year. */
const OFFSET_MS = 8 * 60 * 60 * 1000

/**
 * The instant of `3 09:12`: the third working day before the newest whole one, at that time in Hangzhou. All of it lies
 * in the past: the newest whole working day is the one before today.
 */
export function demoInstant(at: string, now: Date): Date {
  const [daysBefore, time] = at.split(' ')
  const [hours = 0, minutes = 0] = (time ?? '').split(':').map(Number)
  const day = workingDayBefore(now, Number(daysBefore) + 1)
  return new Date(day + (hours * 60 + minutes) * 60_000 - OFFSET_MS)
}

/** `2026-11-27`: so many days after today in Hangzhou. */
export function demoDate(daysAhead: number, now: Date): string {
  return new Date(now.getTime() + OFFSET_MS + daysAhead * DAY_MS).toISOString().slice(0, 10)
}

/** Midnight of a working day in Hangzhou's clock, as if that were UTC. */
function workingDayBefore(now: Date, count: number): number {
  let day = Math.floor((now.getTime() + OFFSET_MS) / DAY_MS) * DAY_MS
  for (let left = count; left > 0; ) {
    day -= DAY_MS
    if (![0, 6].includes(new Date(day).getUTCDay())) left -= 1
  }
  return day
}
