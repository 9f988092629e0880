import type { Slot, SlotValue } from '../understanding'
import { addDays } from './calendar-days'
import { clockTime, dateTime, type Moment } from './moment'

/** What both languages' grammars find: a stretch of text with a day, a clock time, or ranges of either. */
export interface CalendarMatch {
  readonly start: number
  readonly end: number
  readonly day?: string
  readonly endDay?: string
  /** Minutes since midnight; 1440 and more is the next day. */
  readonly time?: number
  readonly endTime?: number
}

export function calendarSlot(match: CalendarMatch, text: string, moment: Moment): Slot {
  const { start, end } = match
  return { start, end, text: text.slice(start, end), value: calendarValue(match, moment), source: 'recogniser' }
}

function calendarValue(match: CalendarMatch, moment: Moment): SlotValue {
  const { day, time, endDay, endTime } = match
  if (time !== undefined && endTime !== undefined) return timeRange(day ?? nextDayAt(time, moment), match, moment)
  if (day === undefined) return { type: 'time', time: clockTime(time ?? 0) }
  if (endDay !== undefined) return { type: 'dateRange', start: day, end: endDay }
  return time === undefined ? { type: 'date', date: day } : { type: 'datetime', datetime: dateTime(day, time, moment) }
}

function timeRange(day: string, { time = 0, endTime = 0, endDay }: CalendarMatch, moment: Moment): SlotValue {
  const start = dateTime(day, time, moment)
  return { type: 'dateRange', start, end: dateTime(endDay ?? day, endTime, moment) }
}

/** A clock time without a day is today's, or tomorrow's once it has passed. */
const nextDayAt = (time: number, moment: Moment) => (time >= moment.minutes ? moment.today : addDays(moment.today, 1))

/** Nobody plans for three in the night: a bare hour from one to six is the afternoon's. */
export const likelyHour = (hour: number) => (hour >= 1 && hour <= 6 ? hour + 12 : hour)
