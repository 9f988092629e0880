import type { Language } from '@parley/text'
import type { Bilingual } from './bilingual'
import { isCountRange } from './count-range'
import { fillTemplate } from './fill-template'
import type { Flow, FlowSlot } from './flow'
import { formatValue } from './format-value'
import type { ActiveFlow, FlowSlots } from './turn'

/** Something said, with the words in it that are not ours. */
export interface Speech {
  readonly text: string
  readonly values: readonly string[]
}

/** Lines that every flow shares. */
export const FLOW_LINES = {
  detail: { zh: '{label}：{shown}', en: '{label}: {shown}' },
  confirmHint: {
    zh: '回复“确认”提交，回复“取消”放弃，要修改请直接说，比如“{example}”。',
    en: 'Reply “confirm” to submit it or “cancel” to drop it. To change something, just say so, for example “{example}”.',
  },
  change: {
    zh: '你想修改什么？可以说“{example}”。',
    en: 'What would you like to change? You can say “{example}”.',
  },
  newValue: { zh: '{label}改成什么？', en: 'What should the {label} be?' },
  exampleCorrection: { zh: '{label}改成…', en: 'change the {label} to …' },
  whichCount: {
    zh: '{shown}，具体要多少？都可以的话，说“都行”就好。',
    en: '{shown}: how many exactly? If any of these will do, just say “any”.',
  },
  cancelled: { zh: '好的，已取消{flow}。', en: 'All right, the {flow} is cancelled.' },
  notUnderstood: { zh: '这句话我没有看懂。', en: 'I did not understand that.' },
  waiting: {
    zh: '{flow}还在等你确认：回复“确认”或“取消”。',
    en: 'Your {flow} still waits for your answer: “confirm” or “cancel”.',
  },
  back: { zh: '接着刚才的{flow}。', en: 'Back to your {flow}.' },
} satisfies Record<string, Bilingual>

/** What the flow says at its present step. */
export function speakStep(flow: Flow, active: ActiveFlow, language: Language, now: string): Speech {
  if (active.step === 'confirm') return confirmation(flow, active.slots, language, now)
  if (active.step === 'change') return { text: changeQuestion(flow, language), values: [] }
  const slot = flow.slots.find(({ name }) => name === active.step)
  const value = slot && active.slots[slot.name]
  if (slot && value !== undefined && isCountRange(value)) {
    const shown = shownValue(slot, value, language, now)
    return { text: fillTemplate(FLOW_LINES.whichCount[language], { shown }), values: [shown] }
  }
  return { text: slot ? slotQuestion(slot, language) : changeQuestion(flow, language), values: [] }
}

/** A line that reminds of a flow left open, after something else was answered. */
export function speakWaiting(flow: Flow, active: ActiveFlow, language: Language, now: string): string {
  const isAsking = active.step !== 'confirm'
  if (isAsking)
    return `${flowLine('back', flow, language)}${language === 'en' ? ' ' : ''}${speakStep(flow, active, language, now).text}`
  return flowLine('waiting', flow, language)
}

export function flowLine(line: 'cancelled' | 'waiting' | 'back', flow: Flow, language: Language): string {
  return fillTemplate(FLOW_LINES[line][language], { flow: flow.title[language] })
}

function confirmation(flow: Flow, slots: FlowSlots, language: Language, now: string): Speech {
  const filled = filledSlots(flow, slots)
  const shown = shownValues(flow, slots, language, now)
  const lines = filled.map((slot, index) =>
    fillTemplate(FLOW_LINES.detail[language], { label: slot.label[language], shown: shown[index]! }),
  )
  const hint = fillTemplate(FLOW_LINES.confirmHint[language], { example: exampleCorrection(flow, language) })
  return { text: [flow.confirmation[language], ...lines, hint].join('\n'), values: shown }
}

/**
 * What a flow has heard so far, value by value in the flow's own order, as people write it: 《人工智能基础》, 2 本.
 * `now` is the speaker's date or date-time (ISO 8601): its year goes without saying.
 */
export function shownValues(flow: Flow, slots: FlowSlots, language: Language, now: string): string[] {
  return filledSlots(flow, slots).map((slot) => shownValue(slot, slots[slot.name] ?? '', language, now))
}

const filledSlots = (flow: Flow, slots: FlowSlots) => flow.slots.filter(({ name }) => slots[name] !== undefined)

const slotQuestion = (slot: FlowSlot, language: Language) =>
  slot.prompt?.[language] ?? fillTemplate(FLOW_LINES.newValue[language], { label: slot.label[language].toLowerCase() })

const changeQuestion = (flow: Flow, language: Language) =>
  fillTemplate(FLOW_LINES.change[language], { example: exampleCorrection(flow, language) })

function exampleCorrection(flow: Flow, language: Language): string {
  const label = flow.slots[0]?.label[language].toLowerCase() ?? ''
  return fillTemplate(FLOW_LINES.exampleCorrection[language], { label })
}

const shownValue = (slot: FlowSlot, value: string | number, language: Language, now: string) =>
  fillTemplate(slot.shown?.[language] ?? '{value}', { value: formatValue(value, language, now) })
