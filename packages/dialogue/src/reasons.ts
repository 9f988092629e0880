import type { IntentPrediction } from '@parley/nlu'
import type { Language } from '@parley/text'
import type { Bilingual } from './bilingual'
import { fillTemplate } from './fill-template'

/** Why a reply was given, in words for the person who asks "why?". */
const REASONS = {
  intent: { zh: '识别为“{what}”，把握 {percent}%', en: 'Recognised as “{what}”, {percent}% sure' },
  wording: { zh: '这句话的说法符合“{what}”', en: 'The wording fits “{what}”' },
  openFlow: { zh: '“{what}”正在进行中', en: '“{what}” was in progress' },
  resumed: { zh: '“{what}”先前被放在一边，现在接着做', en: '“{what}” had been put aside and is taken up again' },
  taskFound: {
    zh: '这句话里有一件交代的事，把握 {percent}%',
    en: 'The message asks for something to be done, {percent}% sure',
  },
  correctsTask: { zh: '这句话更正刚才的任务', en: 'The message corrects the task made just now' },
  notAnOrder: {
    zh: '消息是内容，不是给助手的指令',
    en: 'A message is something to read, never an order to change how the assistant works',
  },
  confirmed: {
    zh: '{name} 已确认“{what}”的答案，与这句话是同一问题的把握 {percent}%',
    en: '{name} confirmed the answer to “{what}”; the same question, {percent}% sure',
  },
  source: { zh: '依据《{title}》，把握 {percent}%', en: 'From “{title}”, {percent}% sure' },
  said: { zh: '依据{who}的消息，把握 {percent}%', en: 'From what {who} wrote, {percent}% sure' },
  graph: { zh: '依据图谱里的 {count} 条关系，把握 {percent}%', en: 'From {count} edges of the graph, {percent}% sure' },
  oneEdge: { zh: '依据图谱里的一条关系，把握 {percent}%', en: 'From one edge of the graph, {percent}% sure' },
  followUp: { zh: '理解为：{what}', en: 'Read as: {what}' },
  askedForPerson: { zh: '你想和人沟通', en: 'You asked for a person' },
  acceptedOffer: { zh: '你同意转给管理员', en: 'You accepted the offer of a person' },
  soundsUrgent: { zh: '听起来很急', en: 'It sounds urgent' },
  noSource: { zh: '知识库里没有足够可靠的依据', en: 'No source in the knowledge base supports an answer well enough' },
  notUnderstood: { zh: '没有识别出已知的意图', en: 'No known intent was recognised' },
} satisfies Record<string, Bilingual>

export function reason(
  name: keyof typeof REASONS,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
) {
  return fillTemplate(REASONS[name][language], values)
}

export const percent = (probability: number): number => Math.round(probability * 100)

export function intentReason(intent: IntentPrediction, what: string, language: Language): string {
  return reason('intent', language, { what, percent: percent(intent.confidence) })
}
