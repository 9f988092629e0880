import { type FlowSlots, findFlow } from '@parley/dialogue'
import type { Language } from '@parley/protocol'

const MAX_QUOTE = 120

/** What a completed flow left to do, as a task's title: 订购图书：人工智能基础，1. */
export function flowTaskTitle(flowName: string, slots: FlowSlots, language: Language): string {
  const title = findFlow(flowName)?.title[language] ?? flowName
  const values = Object.values(slots).join(language === 'zh' ? '，' : ', ')
  return language === 'zh' ? `${title}：${values}` : `${capitalised(title)}: ${values}`
}

/** Somebody wants a person: what they said last is what that person needs to see. */
export function handOffTaskTitle(text: string, language: Language): string {
  const quote = text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE)}…` : text
  return language === 'zh' ? `转人工：${quote}` : `Hand over to a person: ${quote}`
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
