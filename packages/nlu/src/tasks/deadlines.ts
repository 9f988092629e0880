import { addDays } from '../recognisers/calendar-days'
import { dateTime, type Moment, minutesOf } from '../recognisers/moment'
import { withNextTimes } from '../recognisers/next-times'
import type { Slot } from '../understanding'

/** A date that a task may be due at, with the words around it that say so (在…之前, "by …"). */
export interface Deadline {
  readonly start: number
  readonly end: number
  readonly due: string
  /** Whether the words around it make it a deadline; else it is only a date nearby. */
  readonly isMarked: boolean
}

const BEFORE_ZH = /(?:截止(?:日期|时间)?(?:是|为|到|[：:])?|截至|最迟|最晚|不晚于|赶在|争取在?|于|在|截止)\s*$/
const AFTER_ZH = /^\s*(?:下班)?(?:之前|以前|前|之内|以内|内|截止|为止|到期)/
const BEFORE_EN =
  /(?:\b(?:is |it's |it is )?(?:due(?: date)?(?: is| on| by|:)?|deadline(?: is|:)?|no later than|not later than|by|before|until|till|latest|within)|[-–—])(?:\s+the)?\s*$/i
const NEUTRAL_BEFORE_EN = /\b(?:on|at|this|in|for|from|starting)\s+$/i
const AFTER_EN = /^(?:\s+at the latest|\s+latest)/i
/** 明天的演示, "tomorrow's demo": the date says which thing is meant. */
const BELONGS_TO_NOUN =
  /^(?:\s*(?:的(?!话)|(?:上线|发布|会议|例会|周会|评审会?|演示|培训|活动|比赛|考试|面试|汇报|出差)(?:的|用|要用|需要))|['’]s\b|\s+(?:meeting|report|release|demo|standup|launch|call)\b)/i

/** The dates of a message from today on, widened by the words that belong to them. */
export function deadlinesIn(message: string, slots: readonly Slot[], moment: Moment): Deadline[] {
  return withNextTimes(slots).flatMap((slot) => {
    if (saysOnlyEndOfDay(slot, message, slots)) return []
    const due = dueOf(slot, moment)
    const rest = message.slice(slot.end, slot.end + 20)
    if (due === null || due.slice(0, 10) < moment.today || BELONGS_TO_NOUN.test(rest)) return []
    const deadline = widen(slot, due, message.slice(Math.max(0, slot.start - 24), slot.start), rest)
    // 三点 alone may be when something begins; only 三点前 is when it is due.
    return slot.value.type === 'time' && !deadline.isMarked ? [] : [deadline]
  })
}

/** "EOD tomorrow", "Tuesday EOD": the day beside it is the one that ends. */
function saysOnlyEndOfDay(slot: Slot, message: string, slots: readonly Slot[]): boolean {
  if (!/^(?:eod|cob|end of (?:the )?day)$/i.test(slot.text)) return false
  const between = (left: Slot, right: Slot) => message.slice(left.end, right.start)
  return slots.some(
    (other) =>
      other.value.type === 'date' &&
      other !== slot &&
      ((other.start >= slot.end && /^\s*(?:on )?$/.test(between(slot, other))) ||
        (other.end <= slot.start && /^\s*(?:by |, )?$/.test(between(other, slot)))),
  )
}

function widen(slot: Slot, due: string, before: string, rest: string): Deadline {
  const lead = BEFORE_ZH.exec(before) ?? BEFORE_EN.exec(before)
  const neutral = lead ?? NEUTRAL_BEFORE_EN.exec(before)
  const tail = AFTER_ZH.exec(rest) ?? AFTER_EN.exec(rest)
  const isIn = /^(?:in|within|by)\b|(?:内|以内|之内)$/i.test(slot.text)
  return {
    start: slot.start - (neutral?.[0].length ?? 0),
    end: slot.end + (tail?.[0].length ?? 0),
    due,
    isMarked:
      (lead !== null && !/^[于在]\s*$/.test(lead[0])) || tail !== null || isIn || /^(?:EO|COB|end of)/i.test(slot.text),
  }
}

/** A range is due at its end, a time today, or tomorrow once it has passed. */
function dueOf({ value }: Slot, moment: Moment): string | null {
  if (value.type === 'time') {
    const minutes = minutesOf(value.time)
    return dateTime(minutes > moment.minutes ? moment.today : addDays(moment.today, 1), minutes, moment)
  }
  if (value.type === 'date') return value.date
  if (value.type === 'datetime') return value.datetime
  return value.type === 'dateRange' ? value.end : null
}

/** The date that a task with these dates is due: one marked as a deadline before one that only stands nearby. */
export function chooseDeadline(deadlines: readonly Deadline[]): Deadline | null {
  return deadlines.find((deadline) => deadline.isMarked) ?? deadlines[0] ?? null
}
