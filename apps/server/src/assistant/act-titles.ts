import { type FlowSlots, findFlow, shownValues } from '@parley/dialogue'
import { translate } from '@parley/locale'
import type { Language, Reason } from '@parley/protocol'

const MAX_QUOTE = 120

/**
 * What a completed flow left to do, as a task's title: 订购图书：《人工智能基础》，1 本. A reminder is a task with a date of its
 * own (`reminderDue`), which the title need not repeat.
 */
export function flowTaskTitle(flowName: string, slots: FlowSlots, language: Language, now: string): string {
  const flow = findFlow(flowName)
  const { date: _date, time: _time, ...undated } = slots
  const told = flowName === REMINDER ? undated : slots
  const details = (flow ? shownValues(flow, told, language, now) : []).join(
    translate(language, 'server.task.separator'),
  )
  const request = capitalised(flow?.title[language] ?? flowName)
  return translate(language, 'server.task.request', { request, details })
}

export const REMINDER = 'set_reminder'

/** When a reminder is due: a date, or with a time a date-time at `offset` (such as +08:00). */
export function reminderDue({ date, time }: FlowSlots, offset: string): string | null {
  if (typeof date !== 'string') return null
  return typeof time === 'string' ? `${date}T${time}:00${offset}` : date
}

interface HandOff {
  readonly name: string
  readonly words: string
  readonly isUrgent: boolean
}

/** Somebody wants a person: who, what they wrote last, and whether it sounds urgent. */
export function handOffTaskTitle({ name, words, isUrgent }: HandOff, language: Language): string {
  const quote = words.length > MAX_QUOTE ? `${words.slice(0, MAX_QUOTE)}…` : words
  return translate(language, isUrgent ? 'server.task.handOffUrgent' : 'server.task.handOff', { name, words: quote })
}

/** What a person wrote, for whoever takes over. */
export const passedOn = (name: string, extract: readonly string[]): Reason[] =>
  extract.map((words) => ({ key: 'passedOn', values: { name, words } }))

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
