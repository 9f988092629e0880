import { dateTime, type Moment, minutesOf, momentOf } from '../recognisers/moment'
import { withNextTimes } from '../recognisers/next-times'
import { findRepetition, type Repeats } from './repetition'
import { withoutSpans } from './without-spans'

/** A slot as understandings hold it. */
export interface PlanSlot {
  readonly start: number
  readonly end: number
  readonly value: { readonly type: string; readonly [name: string]: unknown }
}

export interface Plan {
  /** ISO 8601 in UTC; null: the text names no time that lies ahead. */
  readonly at: string | null
  readonly repeats: Repeats | null
  /** The text without the words about when. */
  readonly rest: string
}

export interface PlanSituation {
  /** Instant with the speaker's zone offset, ISO 8601. */
  readonly now: string
  readonly timeZone: string
}

/** When a day is named and no hour. */
const MORNING = 9 * 60
const EVENING = 18 * 60
const DAY_MS = 86_400_000

/**
 * When something is to happen, by the slots that `recognise` found in `withoutRepetition(text)`: 明天早上九点, "in 20 minutes", "every
 * Monday at 9". A day without an hour means nine in the morning, or six in the evening of a day whose morning is over;
 * an hour without a day its next coming.
 */
export function readPlan(text: string, slots: readonly PlanSlot[], situation: PlanSituation): Plan {
  const moment = momentOf({ ...situation, speakerId: '', directory: [] })
  const repetition = findRepetition(text)
  const named = firstOfEach(withNextTimes(slots))
  const at = timeOf(named, repetition?.repeats ?? null, moment)
  const isAhead = at !== null && Date.parse(at) > Date.parse(situation.now)
  const used = at === null ? [] : [...named.values(), ...(repetition ? [repetition] : [])]
  return {
    at: isAhead ? new Date(at).toISOString() : null,
    repeats: isAhead ? (repetition?.repeats ?? null) : null,
    rest: withoutSpans(text, isAhead ? used : []),
  }
}

type Named = ReadonlyMap<string, PlanSlot>

const KINDS = ['datetime', 'date', 'dateRange', 'time', 'duration']

function firstOfEach(slots: readonly PlanSlot[]): Named {
  const found = new Map<string, PlanSlot>()
  for (const slot of slots) {
    if (KINDS.includes(slot.value.type) && !found.has(slot.value.type)) found.set(slot.value.type, slot)
  }
  if (found.has('datetime')) return new Map([...found].filter(([kind]) => kind === 'datetime'))
  if (found.size > 1) found.delete('duration')
  return found
}

function timeOf(named: Named, repeats: Repeats | null, moment: Moment): string | null {
  const value = (kind: string, name: string) => named.get(kind)?.value[name]
  const datetime = value('datetime', 'datetime')
  if (typeof datetime === 'string') return datetime
  const seconds = value('duration', 'seconds')
  if (typeof seconds === 'number') return dateTime(moment.today, moment.minutes + Math.round(seconds / 60), moment)
  const day = value('date', 'date') ?? value('dateRange', 'start')
  const time = value('time', 'time')
  const minutes = typeof time === 'string' ? minutesOf(time) : null
  if (typeof day === 'string') return dateTime(day, minutes ?? hourOf(day, moment), moment)
  if (minutes === null && !repeats) return null
  return nextAt(minutes ?? MORNING, repeats, moment)
}

const hourOf = (day: string, moment: Moment): number =>
  day !== moment.today || moment.minutes < MORNING ? MORNING : Math.max(EVENING, moment.minutes + 60)

/** The next time that the clock shows this, on a working day where only those are meant. */
function nextAt(minutes: number, repeats: Repeats | null, moment: Moment): string {
  let day = moment.minutes < minutes ? moment.today : dayAfter(moment.today)
  while (repeats === 'weekdays' && [0, 6].includes(new Date(day).getUTCDay())) day = dayAfter(day)
  return dateTime(day, minutes, moment)
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10)
