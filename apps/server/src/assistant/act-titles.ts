import { type FlowSlots, findFlow, shownValues } from '@parley/dialogue'
import type { Language } from '@parley/protocol'

const MAX_QUOTE = 120

/**
 * What a completed flow left to do, as a task's title: 订购图书：《人工智能基础》，1 本. A reminder is a task with a date of its
 * own (`reminderDue`), which the title need not repeat.
 */
export function flowTaskTitle(flowName: string, slots: FlowSlots, language: Language, now: string): string {
  const flow = findFlow(flowName)
  const { date: _date, time: _time, ...undated } = slots
  const told = flowName === REMINDER ? undated : slots
  const values = (flow ? shownValues(flow, told, language, now) : []).join(language === 'zh' ? '，' : ', ')
  const title = flow?.title[language] ?? flowName
  return language === 'zh' ? `${title}：${values}` : `${capitalised(title)}: ${values}`
}

export const REMINDER = 'set_reminder'

/** When a reminder is due: a date, or with a time a date-time at `offset` (such as +08:00). */
export function reminderDue({ date, time }: FlowSlots, offset: string): string | null {
  if (typeof date !== 'string') return null
  return typeof time === 'string' ? `${date}T${time}:00${offset}` : date
}

/** Somebody wants a person: what they said last is what that person needs to see. */
export function handOffTaskTitle(text: string, language: Language): string {
  const quote = text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE)}…` : text
  return language === 'zh' ? `转人工：${quote}` : `Hand over to a person: ${quote}`
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
