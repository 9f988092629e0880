const DAY_MS = 86_400_000
const WEEK = 7

const instantOf = (day: string) => new Date(`${day}T00:00Z`)
const dayAt = (at: Date | number) => new Date(at).toISOString().slice(0, 'YYYY-MM-DD'.length)

export const addDays = (day: string, count: number): string => dayAt(instantOf(day).getTime() + count * DAY_MS)

/** The same day of another month, or its last one where it has no such day. */
export function addMonths(day: string, count: number): string {
  const from = instantOf(day)
  const lastOfMonth = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + count + 1, 0))
  lastOfMonth.setUTCDate(Math.min(from.getUTCDate(), lastOfMonth.getUTCDate()))
  return dayAt(lastOfMonth)
}

/** The Monday of a day's week. */
export const startOfWeek = (day: string): string => addDays(day, -((instantOf(day).getUTCDay() + 6) % WEEK))

/** The weeks, from Monday, that a day's month touches: whole ones, with days of the months beside it. */
export function monthWeeks(day: string): readonly (readonly string[])[] {
  const month = day.slice(0, 'YYYY-MM'.length)
  const weeks: string[][] = []
  let monday = startOfWeek(`${month}-01`)
  while (monday.slice(0, month.length) <= month) {
    weeks.push(Array.from({ length: WEEK }, (_, index) => addDays(monday, index)))
    monday = addDays(monday, WEEK)
  }
  return weeks
}
