import { momentOf } from '../recognisers/moment'
import { chooseDeadline, deadlinesIn } from '../tasks/deadlines'
import type { Slot } from '../understanding'
import { type PlanSituation, readPlan } from './read-plan'
import { findRepetition } from './repetition'
import { withoutSpans } from './without-spans'

export interface ReadDeadline {
  /** A date, or ISO 8601 with an offset where the text names an hour; null: it names none that lies ahead. */
  readonly due: string | null
  /** The text without the words about it. */
  readonly rest: string
}

const DAYS = ['date', 'datetime', 'dateRange']

/**
 * By when a thing is to be done, by the slots that `recognise` found in `withoutRepetition(text)`: 周五前 and "by Friday" are
 * a day without an hour, 本周内 its last day.
 */
export function readDeadline(text: string, slots: readonly Slot[], situation: PlanSituation): ReadDeadline {
  const nothing = { due: null, rest: text }
  // A habit is done again and again, and never over.
  if (findRepetition(text)) return nothing
  const moment = momentOf({ ...situation, speakerId: '', directory: [] })
  const deadline = chooseDeadline(deadlinesIn(text, slots, moment))
  if (deadline) return { due: deadline.due, rest: withoutSpans(text, [deadline]) }
  // "tomorrow's demo" says which demo; only of an hour or a length nothing is lost with the words around it.
  if (slots.some(({ value }) => DAYS.includes(value.type))) return nothing
  const { at, rest } = readPlan(text, slots, situation)
  return at ? { due: at, rest } : nothing
}
