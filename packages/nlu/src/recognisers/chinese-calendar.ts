import { calendarDay, monthOf, nextWeekday, weekdayOf, yearOf } from './calendar-days'
import type { CalendarMatch } from './calendar-match'
import { chineseDays } from './chinese-days'
import { chineseTimes, DAY_PART } from './chinese-times'
import type { Moment } from './moment'
import { dropOverlaps } from './overlaps'

const BETWEEN_DAY_AND_TIME = /^[\s,，的]*$/
/** 周一请到周三: the verb may stand between the two ends. */
const BETWEEN_ENDS = /^\s*(?:[请休放]?到|至|[-~—–－～]{1,2})\s*$/
const TRAILING_DAY_PART = new RegExp(`^${DAY_PART}(?!班|饭|会|餐)`)
const SHORT_END = /^\s*(?:到|至|[-~—–－～])\s*(\d{1,2})[日号]/

/**
 * Dates and times as Chinese writes them. Own rules, because the libraries at hand miss or misread common ones (月底,
 * 下个月5号, 半小时后, 下周一到周二): see docs/decisions/0006-dates-and-numbers.md.
 */
export function chineseCalendar(text: string, moment: Moment): CalendarMatch[] {
  const days = dropOverlaps(chineseDays(text, moment)).map((day) => withShortEnd(day, text))
  const all = dropOverlaps([...chineseTimes(text, moment), ...days])
  const whole = joinNeighbours(all, text, joinDayAndTime)
  return joinNeighbours(whole, text, joinEnds).map((match) => withDayPart(match, text))
}

type Join = (first: CalendarMatch, second: CalendarMatch, between: string) => CalendarMatch | null

function joinNeighbours(matches: readonly CalendarMatch[], text: string, join: Join): CalendarMatch[] {
  const joined: CalendarMatch[] = []
  for (const match of matches) {
    const previous = joined.at(-1)
    const both = previous && join(previous, match, text.slice(previous.end, match.start))
    if (both) joined[joined.length - 1] = both
    else joined.push(match)
  }
  return joined
}

const isDayOnly = (match: CalendarMatch) =>
  match.day !== undefined && match.endDay === undefined && match.time === undefined
const isTimeOnly = (match: CalendarMatch) => match.day === undefined && match.endTime === undefined

function joinDayAndTime(first: CalendarMatch, second: CalendarMatch, between: string): CalendarMatch | null {
  if (!isDayOnly(first) || !isTimeOnly(second) || !BETWEEN_DAY_AND_TIME.test(between)) return null
  return { ...first, ...second, start: first.start }
}

function joinEnds(first: CalendarMatch, second: CalendarMatch, between: string): CalendarMatch | null {
  if (!BETWEEN_ENDS.test(between)) return null
  if (isDayOnly(first) && isDayOnly(second)) {
    return { ...first, end: second.end, endDay: dayAfter(first.day ?? '', second.day ?? '') }
  }
  if (first.time === undefined || second.time === undefined || first.endTime !== undefined) return null
  const endTime = second.time <= first.time ? second.time + 720 : second.time
  const range = { ...first, end: second.end, endTime }
  return second.day === undefined ? range : { ...range, endDay: second.day, endTime: second.time }
}

/** 下周一到周二: a second weekday counts from the first day. */
const dayAfter = (first: string, second: string) => (second > first ? second : nextWeekday(first, weekdayOf(second)))

/** 12月1日到5日: the end borrows its month. */
function withShortEnd(match: CalendarMatch, text: string): CalendarMatch {
  const [whole, day] = SHORT_END.exec(text.slice(match.end)) ?? []
  if (whole === undefined || match.day === undefined || !isDayOnly(match)) return match
  const endDay = calendarDay(yearOf(match.day), monthOf(match.day), Number(day))
  return endDay === null || endDay <= match.day ? match : { ...match, endDay, end: match.end + whole.length }
}

/** 后天上午 says no clock time, but the words belong to it. */
function withDayPart(match: CalendarMatch, text: string): CalendarMatch {
  if (!isDayOnly(match)) return match
  return { ...match, end: match.end + (TRAILING_DAY_PART.exec(text.slice(match.end))?.[0].length ?? 0) }
}
