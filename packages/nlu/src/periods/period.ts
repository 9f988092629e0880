import {
  addDays,
  addMonths,
  calendarDay,
  firstOfMonth,
  lastOfMonth,
  mondayOf,
  monthOf,
  yearOf,
} from '../recognisers/calendar-days'
import type { TextSpan } from '../understanding'

/** Days from and to, both included; null where it is open. */
export interface Days {
  readonly from: string | null
  readonly to: string | null
}

/** A stretch of time that a text speaks of, in the reader's zone. */
export interface Period extends Days, TextSpan {
  /** Its place among the years was not said: "in March" is this year's unless something points back. */
  readonly isAnyYear?: true
}

export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year'

const MONTHS: Readonly<Record<PeriodUnit, number>> = { day: 0, week: 0, month: 1, quarter: 3, half: 6, year: 12 }

/** The unit that a day lies in, and so many of them later. */
export function unitAround(today: string, unit: PeriodUnit, shift: number): Days {
  if (unit === 'day') return dayOnly(addDays(today, shift))
  if (unit === 'week') return { from: addDays(mondayOf(today), 7 * shift), to: addDays(mondayOf(today), 7 * shift + 6) }
  const length = MONTHS[unit]
  const january = calendarDay(yearOf(today), 1, 1) ?? today
  const from = addMonths(january, (Math.floor((monthOf(today) - 1) / length) + shift) * length)
  return { from, to: lastOfMonth(addMonths(from, length - 1)) }
}

/** So many units up to today. */
export const unitsUpTo = (today: string, unit: PeriodUnit, count: number): Days => ({
  from: unitsAgo(today, unit, count),
  to: today,
})

export function unitsAgo(today: string, unit: PeriodUnit, count: number): string {
  if (unit === 'day' || unit === 'week') return addDays(today, -count * (unit === 'week' ? 7 : 1))
  return addMonths(today, -count * MONTHS[unit])
}

export const dayOnly = (day: string): Days => ({ from: day, to: day })

/** Part `index` (from 1) of the year, where the unit is a quarter, half or month of it. */
export function partOfYear(year: number, unit: PeriodUnit, index: number): Days | null {
  const length = MONTHS[unit]
  const from = calendarDay(year, (index - 1) * length + 1, 1)
  return from === null ? null : { from: firstOfMonth(from), to: lastOfMonth(addMonths(from, length - 1)) }
}

export const wholeYear = (year: number): Days => ({ from: `${year}-01-01`, to: `${year}-12-31` })
