/** Calendar days as ISO strings (2026-11-27): no zone, no clock, so no arithmetic that a change of clocks can break. */

const DAY_MS = 86_400_000

const fromUtc = (time: number) => new Date(time).toISOString().slice(0, 10)
const toUtc = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** @returns null when there is no such day, as 30 February. */
export function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? date.toISOString().slice(0, 10) : null
}

export const yearOf = (day: string) => Number(day.slice(0, 4))
export const monthOf = (day: string) => Number(day.slice(5, 7))

export const addDays = (day: string, count: number) => fromUtc(toUtc(day) + count * DAY_MS)

/** The same day of a later month, or that month's last day. */
export function addMonths(day: string, count: number): string {
  const first = new Date(Date.UTC(yearOf(day), monthOf(day) - 1 + count, 1))
  const last = lastOfMonth(first.toISOString().slice(0, 10))
  return calendarDay(first.getUTCFullYear(), first.getUTCMonth() + 1, Number(day.slice(8))) ?? last
}

export const lastOfMonth = (day: string) => fromUtc(Date.UTC(yearOf(day), monthOf(day), 0))
export const firstOfMonth = (day: string) => `${day.slice(0, 8)}01`

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export const weekdayOf = (day: string) => new Date(toUtc(day)).getUTCDay() || 7

export const mondayOf = (day: string) => addDays(day, 1 - weekdayOf(day))

/** The next such weekday after today: plans are about the future, and today is called today. */
export function nextWeekday(today: string, weekday: number): string {
  return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1)
}

/** A day and month without a year: this year's, or next year's once it has passed. */
export function nextDayOfYear(today: string, month: number, day: number): string | null {
  const thisYear = calendarDay(yearOf(today), month, day)
  return thisYear !== null && thisYear >= today ? thisYear : calendarDay(yearOf(today) + 1, month, day)
}
