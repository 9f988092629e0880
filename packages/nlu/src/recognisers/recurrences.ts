import type { Slot, SlotValue } from '../understanding'
import { addDays, lastOfMonth, monthOf, weekdayOf } from './calendar-days'
import type { CalendarMatch } from './calendar-match'
import { clockTime, type Moment } from './moment'
import { dropOverlaps } from './overlaps'
import {
  type ExceptedDays,
  findExceptedDays,
  RECURRENCE_PATTERNS,
  type Recurring,
  WEEK_DAYS,
  without,
} from './recurrence-patterns'
import { dateTimeHere, momentIn, type NamedZone, withoutZones, withZone } from './zones'

export interface RecurrenceMatch {
  readonly start: number
  readonly end: number
  readonly recurring: Recurring
  /** Where it says when not. */
  readonly excepted?: { readonly start: number; readonly end: number }
}

/** Where a text says that something happens again and again: 每周一, "every other Friday". */
export function findRecurrences(text: string): RecurrenceMatch[] {
  const found = RECURRENCE_PATTERNS.flatMap(({ pattern, read }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const recurring = read(match.slice(1).map((group) => group ?? ''))
      return recurring ? [{ start: match.index, end: match.index + match[0].length, recurring }] : []
    }),
  )
  const excepted = found.length > 0 ? findExceptedDays(text) : []
  const matches = dropOverlaps(found).map((match) => withoutExcepted(match, excepted))
  const isExcepted = ({ start, end }: RecurrenceMatch) =>
    matches.some((other) => other.excepted && other.excepted.start <= start && end <= other.excepted.end)
  return matches.filter((match) => !isExcepted(match))
}

/** An exception stands close by, with a time of day between them at most. */
const CLOSE = 30

function withoutExcepted(match: RecurrenceMatch, excepted: readonly ExceptedDays[]): RecurrenceMatch {
  for (const { days, start, end } of excepted) {
    const distance = start >= match.end ? start - match.end : match.start - end
    const recurring = distance >= 0 && distance <= CLOSE ? without(match.recurring, days) : null
    if (recurring) return { ...match, recurring, excepted: { start, end } }
  }
  return match
}

/** The text for the calendars, which take 周一 of 每周一 for a date. Places stay where they are. */
export function withoutRecurrences(text: string, found: readonly RecurrenceMatch[]): string {
  return found
    .flatMap(({ excepted, ...match }) => [match, ...(excepted ? [excepted] : [])])
    .reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text)
}

/** Recurrences with the clock time and the zone beside them, and the dates and times that belong to none. */
export function joinTimes(
  recurrences: readonly RecurrenceMatch[],
  calendar: readonly CalendarMatch[],
  zones: readonly NamedZone[],
  text: string,
  moment: Moment,
): { readonly slots: Slot[]; readonly others: CalendarMatch[] } {
  const used = new Set<CalendarMatch>()
  const plain = withoutZones(text, zones)
  const slots = recurrences.map((match) => {
    const time = calendar.find((one) => !used.has(one) && isTimeOf(match, one, plain))
    if (time) used.add(time)
    return slotOf(match, time, zones, text, moment)
  })
  return { slots, others: calendar.filter((match) => !used.has(match)) }
}

const BETWEEN = /^[\s,，的(（)）]*(?:at|@|on|from)?\s*$/i

function isTimeOf({ start, end }: RecurrenceMatch, one: CalendarMatch, text: string): boolean {
  if (one.day !== undefined || one.time === undefined) return false
  return one.start >= end ? BETWEEN.test(text.slice(end, one.start)) : BETWEEN.test(text.slice(one.end, start))
}

function slotOf(
  match: RecurrenceMatch,
  at: CalendarMatch | undefined,
  zones: readonly NamedZone[],
  text: string,
  moment: Moment,
): Slot {
  const both = {
    start: Math.min(match.start, at?.start ?? match.start),
    end: Math.max(match.end, at?.end ?? match.end),
  }
  // A day alone is the speaker's: only a clock time stands in a zone.
  const named = at?.time === undefined ? undefined : withZone(both, zones, text)
  const { start, end } = named ?? both
  const value = recurrenceValue(match.recurring, at?.time, named?.zone, moment)
  return { start, end, text: text.slice(start, end), value, source: 'recogniser' }
}

/** The days and the time stay as they are counted there, where clocks may change on other days; `next` is the speaker's. */
function recurrenceValue(
  recurring: Recurring,
  at: number | undefined,
  timeZone: string | undefined,
  moment: Moment,
): SlotValue {
  const there = timeZone === undefined ? moment : momentIn(timeZone, moment)
  const day = nextDay(recurring, at, there)
  const next = day !== null && at !== undefined ? dateTimeHere(day, at, there, moment) : day
  const time = at === undefined ? null : clockTime(at)
  return { type: 'recurrence', rule: ruleOf(recurring), time, next, ...(timeZone !== undefined && { timeZone }) }
}

/** As RFC 5545 writes it: `FREQ=WEEKLY;BYDAY=MO,TH`. */
function ruleOf({ freq, interval, days, month, monthDay }: Recurring): string {
  const parts = [
    ['FREQ', freq],
    ['INTERVAL', interval],
    ['BYMONTH', month],
    ['BYMONTHDAY', monthDay],
    ['BYDAY', days?.join(',')],
  ] as const
  return parts.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`])).join(';')
}

const DAYS_AHEAD = 366

/** The first day to come; null where the text does not say from when on it is counted. */
function nextDay(recurring: Recurring, time: number | undefined, moment: Moment): string | null {
  const isCounted = recurring.interval !== undefined
  const isOpen = !recurring.days && recurring.monthDay === undefined && recurring.freq !== 'DAILY'
  if (isCounted || isOpen) return null
  const first = time !== undefined && time > moment.minutes ? 0 : 1
  for (let ahead = first; ahead <= DAYS_AHEAD; ahead++) {
    const day = addDays(moment.today, ahead)
    if (falls(day, recurring)) return day
  }
  return null
}

function falls(day: string, { days, monthDay, month }: Recurring): boolean {
  if (month !== undefined && monthOf(day) !== month) return false
  if (monthDay !== undefined)
    return day === (monthDay < 0 ? lastOfMonth(day) : `${day.slice(0, 8)}${String(monthDay).padStart(2, '0')}`)
  return days === undefined || days.some((one) => isDay(day, one))
}

/** MO: any Monday; 2MO and −1MO: the second and the last one of its month. */
function isDay(day: string, wanted: string): boolean {
  if (WEEK_DAYS[weekdayOf(day) - 1] !== wanted.slice(-2)) return false
  const place = Number(wanted.slice(0, -2))
  if (place === 0) return true
  const ofMonth = Number(day.slice(8))
  return place > 0 ? Math.ceil(ofMonth / 7) === place : ofMonth + 7 > Number(lastOfMonth(day).slice(8))
}
