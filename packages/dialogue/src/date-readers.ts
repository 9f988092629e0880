import { type Slot, withNextTimes } from '@parley/nlu'
import type { Reading } from './reading'

/** A word that names a day: "3pm" resolved to today's 3pm does not. */
const NAMES_A_DAY =
  /[今明后昨]|大后|周|星期|礼拜|月|号|日|\d+[-/.]\d+|today|tonight|tomorrow|yesterday|day|week|month|\b(?:mon|tues?|wed|thu|thur|thurs|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i
const NAMES_A_WEEKDAY = /周|星期|礼拜|\b(?:mon|tue|wed|thu|fri|sat|sun)/i
/** The message speaks of the end of a span. */
const NAMES_THE_END = /到|至|结束|截止|为止|\b(?:until|till|to|through|end|ends|ending|back|last day)\b/i

const DAY_SECONDS = 86_400
const MOST_DAYS = 3 * 365

/** "Only Friday": the span shrinks to that day. */
const NAMES_ONE_DAY = /只|\b(?:only|just)\b/i

/** The first day named. */
export function readDate({ slots, text, known }: Reading): string | null {
  const [first] = daysOf(slots)
  if (!first) return null
  const namesOnlyTheEnd = known.start !== undefined && NAMES_THE_END.test(text) && daysOf(slots).length === 1
  return namesOnlyTheEnd ? null : first.date
}

/** The last day named, when the message names a span, or names the end of one whose start is known, or says how long. */
export function readEndDate(reading: Reading): string | null {
  return readLastDay(reading) ?? readEndByLength(reading)
}

function readLastDay({ slots, text, known, isAnswer }: Reading): string | null {
  const days = daysOf(slots)
  const last = days.at(-1)
  if (!last) return null
  const closesKnownSpan = NAMES_THE_END.test(text) && known.start !== undefined && known.start !== last.date
  const isEnd = days.length > 1 || isAnswer || closesKnownSpan || NAMES_ONE_DAY.test(text)
  if (!isEnd) return null
  const start = days.length > 1 ? days[0]?.date : known.start
  return typeof start === 'string' && last.isWeekday ? onOrAfter(last.date, start) : last.date
}

/** "Two days from Monday". */
function readEndByLength({ slots, known }: Reading): string | null {
  const days = slots.flatMap(({ value }) => (value.type === 'duration' ? [value.seconds / DAY_SECONDS] : []))
  const [length] = days
  if (length === undefined || length < 1 || length > MOST_DAYS || typeof known.start !== 'string') return null
  return lastOfDays(known.start, Math.ceil(length))
}

/** The time of day, `HH:MM`. */
export function readTime({ slots }: Reading): string | null {
  for (const { value } of withNextTimes(slots)) {
    if (value.type === 'time') return value.time.slice(0, 5)
    if (value.type === 'datetime') return value.datetime.slice(11, 16)
    if (value.type === 'dateRange' && value.start.includes('T')) return value.start.slice(11, 16)
  }
  return null
}

interface Day {
  readonly date: string
  readonly isWeekday: boolean
}

function daysOf(slots: readonly Slot[]): Day[] {
  return withNextTimes(slots).flatMap(({ text, value }) => {
    const isWeekday = NAMES_A_WEEKDAY.test(text)
    if (value.type === 'date') return [{ date: value.date, isWeekday }]
    if (value.type === 'datetime' && NAMES_A_DAY.test(text)) return [{ date: value.datetime.slice(0, 10), isWeekday }]
    if (value.type !== 'dateRange') return []
    if (value.start.includes('T') && !NAMES_A_DAY.test(text)) return []
    const days = new Set([value.start.slice(0, 10), value.end.slice(0, 10)])
    return [...days].map((date) => ({ date, isWeekday: false }))
  })
}

const WEEK_DAYS = 7
const DAY_MS = 1000 * DAY_SECONDS

/** A span's closing weekday is the first one that does not lie before its start. */
function onOrAfter(date: string, start: string): string {
  return date >= start ? date : onOrAfter(daysLater(date, WEEK_DAYS), start)
}

/** Fewer days than a week are working days, and pass over a weekend; a fortnight or a month is counted through. */
function lastOfDays(start: string, length: number): string {
  if (length >= WEEK_DAYS || isWeekend(start)) return daysLater(start, length - 1)
  let last = start
  for (let counted = 1; counted < length; counted += isWeekend(last) ? 0 : 1) last = daysLater(last, 1)
  return last
}

const daysLater = (date: string, count: number): string =>
  new Date(Date.parse(date) + count * DAY_MS).toISOString().slice(0, 10)

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(date).getUTCDay())
