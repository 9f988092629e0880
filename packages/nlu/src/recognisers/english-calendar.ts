import type { ParsedComponents, ParsedResult } from 'chrono-node'
import { type Chrono, casual } from 'chrono-node/en'
import { addDays, calendarDay, monthOf, nextWeekday, weekdayOf, yearOf } from './calendar-days'
import { type CalendarMatch, likelyHour } from './calendar-match'
import { ENGLISH_DAY_PARSERS } from './english-day-parsers'
import { ENGLISH_HOUR_PARSERS } from './english-hour-parsers'
import { ENGLISH_HOLIDAY } from './holidays'
import { type Moment, minutesOf } from './moment'

/** Words that are dates only with a capital or company: "you may", "the sun", "he sat". */
const AMBIGUOUS_WORD =
  /^(?:may|march|mar|sat|sun|mon|wed|now|second|the (?:day|week|month|year|second)|today's|one day)$/
/** 2.14, 12-14 and 24/7 are versions, pages and habits. */
const BARE_NUMBERS = /^(?:\d{1,4}[.-]\d{1,4}|24\/7|\d+)$/
/** "30 minutes" is a length; "in 30 minutes" and "Friday next week" are times. */
const BARE_LENGTH =
  /^(?!(?:in|within|next|last|this|past|the end|end|close)\b|.*\b(?:next|last|this) \w+$).*\b(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)$/i
/** In minutes. */
const HALF_DAY = 720
const NAMED_ZONE = /\b(?!AM|PM)(?:[A-Z]{3,4}|UTC[+-]\d{1,2})\)?$|\d(?:Z|[+-]\d{2}:?\d{2})$/
/** What says which half of the day is meant: its name, or a leading zero as in 03:00. */
const TELLS_HALF = /\b(?:morning|(?:to|mid)?night|noon|0\d|a\.?m|p\.?m)\b/i

/** "Chinese New Year" ends like a length. */
const HOLIDAY = new RegExp(ENGLISH_HOLIDAY, 'i')
const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*'
const CALENDAR_WORD = `(?:noon|midnight|\\d{1,2}(?::\\d\\d|\\s?[ap]\\.?m)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|${MONTH} \\d|\\d{1,2} ${MONTH})`
const BETWEEN = new RegExp(`\\bbetween( [^,.;?!]{1,25}?) and (?=${CALENDAR_WORD})`, 'gi')

const chrono = englishChrono()

function englishChrono(): Chrono {
  const parser = casual.clone()
  parser.parsers.unshift(...ENGLISH_DAY_PARSERS, ...ENGLISH_HOUR_PARSERS)
  return parser
}

/** Dates and times as English writes them, by chrono-node and a few parsers of our own. */
export function englishCalendar(text: string, moment: Moment): CalendarMatch[] {
  return chrono
    .parse(text.replace(BETWEEN, asFromTo), asLocalClock(moment), { forwardDate: true })
    .filter(isPlausible)
    .map((result) => toMatch(result, moment))
}

/** "Between 2 and 4pm" as chrono-node knows it, each word where the other stood. */
const asFromTo = (_whole: string, first: string) => `from   ${first}  to `

/**
 * chrono-node reckons in the zone of the process (in places even when it is given another), so it is given a date that
 * shows the speaker's clock there.
 */
function asLocalClock({ today, minutes }: Moment): Date {
  const day = Number(today.slice(8))
  return new Date(yearOf(today), monthOf(today) - 1, day, Math.floor(minutes / 60), minutes % 60)
}

function isPlausible(result: ParsedResult): boolean {
  const { start } = result
  const text = writtenText(result)
  const isLength = BARE_LENGTH.test(text) && !HOLIDAY.test(text)
  if (AMBIGUOUS_WORD.test(text) || BARE_NUMBERS.test(text) || isLength) return false
  return start.isCertain('day') || start.isCertain('weekday') || start.isCertain('hour')
}

/** chrono-node takes the comma after a weekday along. */
const writtenText = (result: ParsedResult) => result.text.replace(/[\s,.]+$/, '')

function toMatch(result: ParsedResult, moment: Moment): CalendarMatch {
  const { index, start, end } = result
  const text = writtenText(result)
  const place = { start: index, end: index + text.length }
  const isInZone = NAMED_ZONE.test(text) && start.isCertain('timezoneOffset')
  if (start.isCertain('hour') && isInZone) return { ...place, ...inSpeakersZone(start, moment) }
  const day = hasDay(start) ? dayOf(start, text, moment) : undefined
  const time = start.isCertain('hour') ? timeOf(start, text) : undefined
  return {
    ...place,
    ...(day === undefined ? {} : { day }),
    ...(time === undefined ? {} : { time }),
    // Typed as undefined, but null in fact, where there is no end.
    ...(end ? endOf(end, day, time) : {}),
  }
}

/** "3pm EST" names an instant. */
function inSpeakersZone(part: ParsedComponents, moment: Moment): Pick<CalendarMatch, 'day' | 'time'> {
  const wall = new Date(part.date().getTime() + moment.offsetMinutes * 60_000).toISOString()
  return { day: wall.slice(0, 10), time: minutesOf(wall.slice(11, 16)) }
}

type RangeEnd = Pick<CalendarMatch, 'endDay' | 'endTime'>

const hasDay = (part: ParsedComponents) => part.isCertain('day') || part.isCertain('weekday')

function dayOf(part: ParsedComponents, text: string, moment: Moment): string {
  const day = calendarDay(part.get('year') ?? 0, part.get('month') ?? 0, part.get('day') ?? 0) ?? moment.today
  // "on Monday", said on a Monday, is the next one.
  const isBareWeekday = !part.isCertain('day') && day === moment.today && !/\bthis\b/i.test(text)
  return isBareWeekday ? addDays(day, 7) : day
}

function endOf(part: ParsedComponents, start: string | undefined, startTime: number | undefined): RangeEnd {
  if (startTime !== undefined) return { endTime: laterTime(part, startTime) }
  const day = calendarDay(part.get('year') ?? 0, part.get('month') ?? 0, part.get('day') ?? 0)
  if (day === null) return {}
  // "Monday to Wednesday", said on a Monday, begins next week, and so ends there.
  const isBeforeStart = start !== undefined && day < start && !part.isCertain('day')
  return { endDay: isBeforeStart ? nextWeekday(start, weekdayOf(day)) : day }
}

/** "Nine to five" ends in the afternoon, and "10pm to 2am" on the next day. */
function laterTime(part: ParsedComponents, startTime: number): number {
  const time = (part.get('hour') ?? 0) * 60 + (part.get('minute') ?? 0)
  if (time > startTime) return time
  const inHalfADay = time + HALF_DAY
  return part.isCertain('meridiem') || inHalfADay <= startTime ? time + 2 * HALF_DAY : inHalfADay
}

function timeOf(part: ParsedComponents, text: string): number {
  const hour = part.get('hour') ?? 0
  const isBare = !part.isCertain('meridiem') && !TELLS_HALF.test(text)
  return (isBare ? likelyHour(hour) : hour) * 60 + (part.get('minute') ?? 0)
}
