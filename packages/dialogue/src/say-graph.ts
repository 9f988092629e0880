import type { RelationType, Status } from '@parley/knowledge'
import type { Language } from '@parley/text'
import type { Bilingual } from './bilingual'
import { fillTemplate } from './fill-template'
import type { GraphFound, GraphStep } from './turn'

/** Each ends with a colon: it leads to the words of somebody who says so. */
const STEPS: Readonly<Record<RelationType, Bilingual>> = {
  works_on: { zh: '{from} 在做 {to}：', en: '{from} works on {to}:' },
  owns: { zh: '{to} 归 {from} 所有：', en: '{from} owns {to}:' },
  responsible_for: { zh: '{from} 负责 {to}：', en: '{from} is responsible for {to}:' },
  depends_on: { zh: '{from} 依赖 {to}：', en: '{from} depends on {to}:' },
  blocks: { zh: '{from} 卡住了 {to}：', en: '{from} blocks {to}:' },
  located_in: { zh: '{from} 在 {to}：', en: '{from} is in {to}:' },
  part_of: { zh: '{from} 属于 {to}：', en: '{from} is part of {to}:' },
  decided: { zh: '{from} 决定：{to}：', en: '{from} decided: {to}:' },
  due: { zh: '{from} 的日期是 {to}：', en: '{from} is due on {to}:' },
  reports_to: { zh: '{from} 向 {to} 汇报：', en: '{from} reports to {to}:' },
  supplier_of: { zh: '{from} 供应 {to}：', en: '{from} supplies {to}:' },
  uses: { zh: '{from} 使用 {to}：', en: '{from} uses {to}:' },
  knows: { zh: '{from} 熟悉 {to}：', en: '{from} knows about {to}:' },
  has_status: { zh: '{from} 的状态是{to}：', en: '{from} is {to}:' },
  same_as: { zh: '{from} 又名 {to}：', en: '{from} is also called {to}:' },
}

const STATUSES: Readonly<Record<Status, Bilingual>> = {
  delayed: { zh: '延期', en: 'delayed' },
  'on-hold': { zh: '暂停', en: 'on hold' },
  cancelled: { zh: '取消', en: 'cancelled' },
  done: { zh: '完成', en: 'done' },
  live: { zh: '已上线', en: 'live' },
  'at-risk': { zh: '有风险', en: 'at risk' },
  'on-track': { zh: '正常推进', en: 'on track' },
  down: { zh: '故障', en: 'down' },
}

/** The answer's names where there are several or a longer way leads to one, then each step and who says so. */
export function sayGraph({ answers }: GraphFound, language: Language): string {
  const steps = answers.flatMap((answer) => answer.steps)
  const names = answers.map(({ name }) => nameIn(name, language)).join(language === 'zh' ? '、' : ', ')
  const isPlain = answers.length === 1 && steps.length === 1
  const lead = isPlain ? [] : [`${names}${language === 'zh' ? '：' : ':'}`]
  return [...lead, ...saidOnce(steps, language)].join('\n\n')
}

/** Each step with who says so; what one row of a table or one sentence says of several steps is quoted once, below them all. */
function saidOnce(steps: readonly GraphStep[], language: Language): string[] {
  const said = new Map<string, Set<string>>()
  for (const step of steps) {
    const quote = quoteOf(step)
    said.set(quote, (said.get(quote) ?? new Set()).add(stepIn(step, language)))
  }
  return [...said].map(([quote, words]) => `${[...words].join('\n')}\n> ${quote}`)
}

const quoteOf = ({ said, citation }: GraphStep): string => (said?.text ?? citation?.quote ?? '').replaceAll('\n', ' ')

const stepIn = ({ type, fromName, toName }: GraphStep, language: Language): string =>
  fillTemplate(STEPS[type][language], { from: fromName, to: nameIn(toName, language) })

const nameIn = (name: string, language: Language): string => STATUSES[name as Status]?.[language] ?? name

/** What of it is other people's: names and words. */
export const valuesOf = ({ answers }: GraphFound): string[] =>
  answers.flatMap(({ name, steps }) => [
    name,
    ...steps.flatMap(({ fromName, toName, said, citation }) => [
      ...[fromName, toName, said?.text ?? '', said?.authorName ?? '', said?.placeName ?? ''],
      ...[citation?.quote ?? '', citation?.title ?? ''],
    ]),
  ])
