import type { StructuredQuery } from '@parley/knowledge'

const ZH_PRONOUN = /它们?|他们|她们|那个|这个|那些|这些/
const EN_PRONOUN = /\b(?:it|they|them|this|that|those|these)\b/i
const LONGEST = { zh: 14, en: 40 } as const

/** A question with what the last one was about in the place of its pronoun; null where that is not plain to see. */
export function withTopic(question: string, last: StructuredQuery): string | null {
  const pronoun = last.language === 'zh' ? ZH_PRONOUN : EN_PRONOUN
  const topic = last.language === 'zh' ? chineseTopic(last) : englishTopic(last.text)
  if (!topic || topic.length > LONGEST[last.language] || !pronoun.test(question)) return null
  return question.replace(pronoun, () => topic)
}

/** What remains when what asks is taken away: 灰度发布 of 什么是灰度发布？ and of 灰度发布是什么？ */
function chineseTopic({ text }: StructuredQuery): string | null {
  const asking = ZH_ASKING.exec(text)
  if (!asking) return null
  const end = asking.index + asking[0].length
  const [before = '', after = ''] = [text.slice(0, asking.index), text.slice(end)].map((part) =>
    part.replace(EDGES, ''),
  )
  return (before === '') === (after === '') ? null : `${before}${after}`
}

const ZH_ASKING =
  /什么是|是什么(?:意思)?|是谁|谁是|在(?:哪里|哪儿|哪)|[有是]?多少钱?|[有是]?几\p{Script=Han}|怎么样?|如何|怎样|什么时候|何时|为什么|多久|多长时间|什么|谁/u
const EDGES = /^[是的有，,\s]+|(?:[是的有在要]|需要|[吗呢啊，,。？?\s])+$/gu

const EN_TOPIC =
  /^(?:what|where|who|when|which)(?: is|['’]s| are| was| were)\s+((?:the |an? |our )?[\w'’&-]+(?:\s[\w'’&-]+){0,3})\s*\?*$/i

/** "the fleet card" of "What is the fleet card?"; a longer question is about more than one thing. */
const englishTopic = (text: string): string | null => EN_TOPIC.exec(text.trim())?.[1] ?? null
