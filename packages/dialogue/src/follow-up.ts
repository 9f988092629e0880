import { type QueryPart, type StructuredQuery, wordsAsked } from '@parley/knowledge'
import { completions, isCount, isTime, joined, type ReadQuestion } from './complete-question'
import { isQuestion } from './question'
import { withTopic } from './question-topic'

/** A question as it may be meant, and what its answer has to name for the reading to hold. */
export interface QuestionReading {
  readonly question: string
  /** Words that a source has to name; `null` when nothing beyond the answerer's own judgement is asked. */
  readonly focus: string | null
  /** The share of the focus that has to be named: more than this. */
  readonly share: number
  /** How it leans on the question before: completed from it, with that one before it, or not at all. */
  readonly leans: 'completed' | 'in-context' | null
}

const ZH_ELLIPSIS =
  /^(?:那么?|还有|那如果是|如果是|换成)?[，,\s]*(.{1,24}?)(?:的话|又)?(?:呢|怎么样|如何|也一样吗|也是吗)[？?。]?$/
const EN_ELLIPSIS =
  /^(?:(?:and|but|so|ok|okay)[, ]+)?(?:what about|how about|and|same for|what if it'?s|or)[, ]+(.{1,80}?)\s*[?.]?$/i
const EN_BARE_PHRASE = /^((?:for|in|on|at|with|during)\s.{1,60}?)\s*\?$/i
const REFERENCE =
  /它|他们|她们|它们|那个|这个|那些|这些|那里|这里|上述|^那么?(?!个|些|里|位|种|天|年)|\b(?:it|its|they|them|their|that|this|those|these|there|one)\b/i
const LONGEST_REFERRING = { zh: 24, en: 80 } as const
const MOST = 0.5
/** At least half, in a question that refers to nothing: the heading it stands under names a word of nearly any other. */
const HALF = 0.49

/**
 * What a question may mean after the one before it, best reading first.
 *
 * Ellipsis takes over the previous question with the new words in the place of their kind, and most of the new words have
 * to stand in the source ("and for contractors?" is not answered with the employees' rule). A pronoun, or a short question
 * that leaves its subject out, as Chinese may, takes the previous question along as context; then the source has to name
 * something of the new question, half of it where nothing in it refers back, or it would answer the old one again.
 */
export function readingsOf(text: string, last: StructuredQuery | undefined, read: ReadQuestion): QuestionReading[] {
  const question = text.trim()
  const alone: QuestionReading = { question, focus: null, share: 0, leans: null }
  if (last === undefined) return [alone]
  const focus = ellipticFocus(question)
  if (focus !== null) return ellipsisReadings(question, last, focus, read)
  const { language } = last
  if (question.length > LONGEST_REFERRING[language]) return [alone]
  const before = joined(last.text, question.replace(/^那么?(?!个|些|里|位|种|天|年)[，,]?/, ''), language)
  const inContext: QuestionReading = { question: before, focus: question, share: 0, leans: 'in-context' }
  if (REFERENCE.test(question)) return [...topicReadings(question, last), inContext, alone]
  const words = wordsAsked(question)
  const held = words === '' ? inContext : { ...inContext, focus: words, share: HALF }
  return isQuestion(question) ? [alone, held] : [alone]
}

/** 它多少钱: with the topic of the last question in the place of the pronoun. */
function topicReadings(question: string, last: StructuredQuery): QuestionReading[] {
  const completed = withTopic(question, last)
  return completed === null ? [] : [{ question: completed, focus: null, share: 0, leans: 'completed' }]
}

/** Whether a message only makes sense with the question before it: 那实习生呢, "and for contractors?". */
export const isElliptic = (text: string): boolean => ellipticFocus(text.trim()) !== null

function ellipsisReadings(text: string, last: StructuredQuery, focus: string, read: ReadQuestion): QuestionReading[] {
  const isNamed = !isTime(focus) && !isCount(focus) && read(focus).parts.every(({ kind }) => NAMES_NOTHING.has(kind))
  const named = isNamed ? focus : null
  const completed = completions(last, focus, read).map((question): QuestionReading => {
    return { question, focus: named, share: MOST, leans: 'completed' }
  })
  return [...completed, { question: text, focus: named, share: MOST, leans: null }]
}

/** Parts that say what is asked about, and not where or when to look. */
const NAMES_NOTHING: ReadonlySet<QueryPart['kind']> = new Set(['person', 'entity', 'negation'])

function ellipticFocus(text: string): string | null {
  const found = ZH_ELLIPSIS.exec(text) ?? EN_ELLIPSIS.exec(text) ?? EN_BARE_PHRASE.exec(text)
  const focus = found?.[1]?.trim()
  const isClause =
    focus !== undefined && /多少|什么|怎么|几|谁|哪|\b(?:how|what|when|who|where|why|is|are|do|does|can)\b/i.test(focus)
  return focus && !isClause ? focus : null
}
