import type { Language } from '@parley/text'
import type { Bilingual } from './bilingual'
import { fillTemplate } from './fill-template'
import { formatValue } from './format-value'
import type { SaidSource, TalkFound } from './turn'

const LINES = {
  said: { zh: '{author} {date}在 #{place} 说：', en: '{author} wrote on {date} in #{place}:' },
  saidDirectly: { zh: '{author} {date}在私聊里说：', en: '{author} wrote on {date} in a direct conversation:' },
  experts: { zh: '从大家的消息看，最了解的是：', en: 'Going by what people wrote, these know most about it:' },
  expert: { zh: '{name}（{author} {date}的消息）：', en: '{name} (going by what {author} wrote on {date}):' },
} satisfies Record<string, Bilingual>

/** An answer in other people's words: who said it, when and where, and the sentence as it stands. */
export function sayWhoSaid({ said, experts }: TalkFound, language: Language, now: string): string {
  if (experts.length === 0) return said.map((one) => quoted(whoSaid(one, language, now), one)).join('\n\n')
  const known = said.map((one, at) => quoted(whoKnows(experts[at] ?? one.authorName, one, language, now), one))
  return [LINES.experts[language], ...known].join('\n\n')
}

/** What of it is other people's: names and words. */
export const valuesOf = ({ said, experts }: TalkFound): string[] => [
  ...experts,
  ...said.flatMap(({ text, authorName, placeName }) => [text, authorName, placeName ?? '']),
]

const quoted = (lead: string, { text }: SaidSource): string => `${lead}\n> ${text}`

function whoSaid({ authorName: author, placeName, at }: SaidSource, language: Language, now: string): string {
  const values = { author, place: placeName ?? '', date: dateOf(at, language, now) }
  return fillTemplate((placeName === null ? LINES.saidDirectly : LINES.said)[language], values)
}

function whoKnows(name: string, { authorName: author, at }: SaidSource, language: Language, now: string): string {
  return fillTemplate(LINES.expert[language], { name, author, date: dateOf(at, language, now) })
}

const dateOf = (at: string, language: Language, now: string): string => formatValue(at.slice(0, 10), language, now)
