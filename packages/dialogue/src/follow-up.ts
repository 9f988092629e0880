import type { Language } from '@parley/text'
import { isQuestion } from './question'

/** A question as it may be meant, and what its answer has to name for the reading to hold. */
export interface QuestionReading {
  readonly question: string
  /** Words that a source has to name; `null` when nothing beyond the answerer's own judgement is asked. */
  readonly focus: string | null
  /** The share of the focus that has to be named: more than this. */
  readonly share: number
}

const ZH_ELLIPSIS =
  /^(?:那么?|还有|那如果是|如果是|换成)?[，,\s]*(.{1,24}?)(?:的话|又)?(?:呢|怎么样|如何|也一样吗|也是吗)[？?。]?$/
const EN_ELLIPSIS =
  /^(?:(?:and|but|so|ok|okay)[, ]+)?(?:what about|how about|and|same for|what if it'?s|or)[, ]+(.{1,80}?)\s*[?.]?$/i
const EN_BARE_PHRASE = /^((?:for|in|on|at|with|during)\s.{1,60}?)\s*\?$/i
const REFERENCE =
  /它|他们|她们|它们|那个|这个|那些|这些|那里|这里|上述|\b(?:it|its|they|them|their|that|this|those|these|there|one)\b/i
const LONGEST_REFERRING = { zh: 24, en: 80 } as const
const MOST = 0.5

/**
 * What a question may mean after the one before it, best reading first.
 *
 * Ellipsis takes over the previous question with the new words in the place of their kind, and most of the new words have
 * to stand in the source ("and for contractors?" is not answered with the employees' rule). A pronoun, or a short question
 * that leaves its subject out, as Chinese may, takes the previous question along as context; then the source has to name
 * something of the new question, or it would answer the old one again.
 */
export function readingsOf(text: string, lastQuestion: string | undefined, language: Language): QuestionReading[] {
  const question = text.trim()
  const alone = { question, focus: null, share: 0 }
  if (lastQuestion === undefined) return [alone]
  const focus = ellipticFocus(question)
  if (focus !== null) return ellipsisReadings(question, lastQuestion, focus, language)
  const inContext = { question: joined(lastQuestion, question, language), focus: question, share: 0 }
  if (question.length > LONGEST_REFERRING[language]) return [alone]
  if (REFERENCE.test(question)) return [inContext, alone]
  return isQuestion(question) ? [alone, inContext] : [alone]
}

/** Whether a message only makes sense with the question before it: 那实习生呢, "and for contractors?". */
export const isElliptic = (text: string): boolean => ellipticFocus(text.trim()) !== null

function ellipsisReadings(text: string, last: string, focus: string, language: Language): QuestionReading[] {
  const named = isTime(focus) ? null : focus
  const questions = [...substitutions(last, focus, language), text]
  return questions.map((question) => ({ question, focus: named, share: MOST }))
}

function ellipticFocus(text: string): string | null {
  const found = ZH_ELLIPSIS.exec(text) ?? EN_ELLIPSIS.exec(text) ?? EN_BARE_PHRASE.exec(text)
  const focus = found?.[1]?.trim()
  const isClause =
    focus !== undefined && /多少|什么|怎么|几|谁|哪|\b(?:how|what|when|who|where|why|is|are|do|does|can)\b/i.test(focus)
  return focus && !isClause ? focus : null
}

const isTime = (focus: string) => ZH_TIME.test(focus) || EN_TIME.test(focus)

function substitutions(last: string, focus: string, language: Language): string[] {
  const replaced = language === 'zh' ? replaceInChinese(last, focus) : replaceInEnglish(last, focus)
  const added = language === 'zh' ? `${focus}${last}` : joined(last, focus, language)
  return [...new Set([replaced ?? added, added])]
}

const joined = (last: string, next: string, language: Language) =>
  language === 'zh' ? `${last.replace(/[？?。]$/, '')}，${next}` : `${last.replace(/[?.]$/, '')}: ${next}`

const ZH_TIME =
  /(?:大?[前后今明昨去本上下这]+(?:天|年|个?月|周|星期|季度)(?:[一二三四五六日天])?|周末|工作日|[春夏秋冬]季|节假日)/
/** Words of the question's frame: what stands between them is what it is about. */
const ZH_FRAME = /的|是多少|有多少|是|有|能|可以|需要|要|每[年月周天次]|多少|几|怎么|如何|什么|在|吗|呢|[，。？?\s]/

/** Time for time; else the constituent with the same head (年假 → 病假), Chinese heads standing last; else the topic. */
function replaceInChinese(last: string, focus: string): string | null {
  if (ZH_TIME.test(focus) && ZH_TIME.test(last)) return last.replace(ZH_TIME, focus)
  const parts = last.split(ZH_FRAME).filter((part) => part !== '')
  const sameHead = parts.find((part) => part !== focus && part.at(-1) === focus.at(-1))
  const place = sameHead ?? parts[0]
  return place === undefined ? null : last.replace(place, focus)
}

const EN_TIME =
  /\b(?:today|tomorrow|yesterday|(?:this|next|last) (?:week|month|year|quarter|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?|on \w+days?)\b/i
const PREPOSITION = /^(for|in|on|at|with|during|by|from|to)\s+/i

/** Time for time; a phrase for the phrase with its preposition; a noun for the noun with the same head. */
function replaceInEnglish(last: string, focus: string): string | null {
  if (EN_TIME.test(focus) && EN_TIME.test(last)) return last.replace(EN_TIME, focus)
  const preposition = PREPOSITION.exec(focus)?.[1]
  if (preposition) return replacePhrase(last, preposition, focus)
  return replaceSameHead(last, focus)
}

function replacePhrase(last: string, preposition: string, focus: string): string | null {
  const phrase = new RegExp(`\\b${preposition}\\s+[\\w' -]+?(?=[?.,]|$)`, 'i')
  if (phrase.test(last)) return last.replace(phrase, focus)
  return preposition.toLowerCase() === 'for' ? replaceSubject(last, focus.slice(preposition.length).trim()) : null
}

const EN_SUBJECT =
  /(\b(?:do|does|did|can|may|must|should|will|are|is)\s+)(?!I\b|we\b|you\b)((?:[\w'-]+\s+){1,3}?)(?=(?:have|get|need|receive|take|work|pay|claim|book|use|apply|submit|request|expect|earn|accrue|allowed|entitled|supposed)\b)/i

/** "How much leave do employees get? And for contractors?": who it is for is the subject. */
const replaceSubject = (last: string, focus: string): string | null =>
  EN_SUBJECT.test(last) ? last.replace(EN_SUBJECT, (_, auxiliary: string) => `${auxiliary}${focus} `) : null

function replaceSameHead(last: string, focus: string): string | null {
  const words = focus.replace(/^(?:the|a|an)\s+/i, '').split(/\s+/)
  const head = words.at(-1)?.toLowerCase()
  const lastWords = last.split(/\s+/)
  const at = lastWords.findIndex((word) => word.toLowerCase().replace(/[?.,]$/, '') === head)
  if (at < 0 || words.length === 1) return null
  const start = Math.max(0, at - (words.length - 1))
  return [...lastWords.slice(0, start), ...words, ...lastWords.slice(at + 1)].join(' ')
}
