import type { StructuredQuery } from '@parley/knowledge'
import type { Language } from '@parley/text'

/** Reads a question as it stands. */
export type ReadQuestion = (text: string) => StructuredQuery

type TextSpan = NonNullable<StructuredQuery['asking']>

/**
 * A question with words of a follow-up in the place of their kind, the likeliest first: a person for the person, a time for
 * the time, a document for the document that it names; else by its grammar.
 */
export function completions(last: StructuredQuery, focus: string, read: ReadQuestion): string[] {
  const ofKind = replacePart(last, focus, read(focus))
  if (ofKind !== null) return [ofKind]
  const { lead, core, tail } = withoutSource(last)
  const bySyntax = substitutions(core, focus, last.language).map((question) => `${lead}${question}${tail}`)
  return [...new Set(bySyntax)]
}

/** What says where to look, before or behind the question, stays as it is. */
function withoutSource({ text, parts }: StructuredQuery) {
  const spans = parts.flatMap(({ kind, span }) => (PLACES.has(kind) && span ? [span] : []))
  const lead = spans.find(({ start }) => start === 0)?.end ?? 0
  const tail = spans.find(({ start, end }) => start > lead && /^[?？.。]?$/.test(text.slice(end)))?.start ?? text.length
  return { lead: text.slice(0, lead), core: text.slice(lead, tail), tail: text.slice(tail) }
}

const PLACES: ReadonlySet<string> = new Set(['document', 'collection', 'channel'])

/** The words for the part of the same kind; null where the last question has none or the words are of no kind. */
function replacePart({ text, parts }: StructuredQuery, focus: string, read: StructuredQuery): string | null {
  const [part] = read.parts
  const last = parts.find(({ kind, span }) => kind === part?.kind && span !== undefined)
  if (!part?.span || !last?.span || isMostlyOther(focus, part.span)) return null
  const words = inPlaceOf(text.slice(last.span.start, last.span.end), focus.slice(part.span.start, part.span.end))
  return `${text.slice(0, last.span.start)}${spaced(words, text, last.span)}${text.slice(last.span.end)}`
}

/** With the capital and the comma of what stood there. */
function inPlaceOf(before: string, words: string): string {
  const cased = /^\p{Lu}/u.test(before) ? `${words[0]?.toUpperCase()}${words.slice(1)}` : words
  return /[,，]$/.test(before) && !/[,，]$/.test(words) ? `${cased}${before.at(-1)}` : cased
}

/** 李娜的年假: there is more to it than the person. */
const isMostlyOther = (focus: string, { start, end }: TextSpan) => focus.length - (end - start) > MOST_BESIDE
const MOST_BESIDE = 4

/** A name that is put in place of one with its preposition keeps the blank that follows. */
const spaced = (words: string, text: string, { end }: TextSpan) =>
  /[\p{Script=Latin}\d]$/u.test(words) && /^[\p{Script=Latin}\d]/u.test(text.slice(end)) ? `${words} ` : words

function substitutions(last: string, focus: string, language: Language): string[] {
  const replaced = language === 'zh' ? replaceInChinese(last, focus) : replaceInEnglish(last, focus)
  const added = language === 'zh' ? `${focus}${last}` : joined(last, focus, language)
  return [...new Set([replaced ?? added, added])]
}

export const joined = (last: string, next: string, language: Language) =>
  language === 'zh' ? `${last.replace(/[？?。]$/, '')}，${next}` : `${last.replace(/[?.]$/, '')}: ${next}`

/** Whether words are a time and nothing else of a question. */
export const isTime = (focus: string) => ZH_TIME.test(focus) || EN_TIME.test(focus)

const ZH_TIME =
  /(?:大?[前后今明昨去本上下这]+(?:天|年|个?月|周|星期|季度)(?:[一二三四五六日天])?|周末|工作日|[春夏秋冬]季|节假日)/
/** Words of the question's frame: what stands between them is what it is about. */
const ZH_FRAME = /的|是多少|有多少|是|有|能|可以|需要|要|每[年月周天次]|多少|几|怎么|如何|什么|在|吗|呢|[，。？?\s]/

/** Time for time; else the constituent with the same head (年假 → 病假), Chinese heads standing last; else the topic. */
function replaceInChinese(last: string, focus: string): string | null {
  if (ZH_TIME.test(focus)) return ZH_TIME.test(last) ? last.replace(ZH_TIME, focus) : null
  const counted = sameCount(last, focus)
  if (counted !== null) return last.replace(counted, focus)
  const parts = last.split(ZH_FRAME).filter((part) => part !== '')
  const sameHead = parts.find((part) => part !== focus && part.at(-1) === focus.at(-1))
  const place = sameHead ?? parts[0]
  return place === undefined ? null : last.replace(place, focus)
}

const ZH_COUNT = /第?[\d,.一二两三四五六七八九十百千万]+\s*(\p{Script=Han})/gu

/** Whether words are a number with its measure and nothing else: what holds for it, a source says of a range (5,000 元以上). */
export const isCount = (focus: string): boolean => [...focus.matchAll(ZH_COUNT)][0]?.[0] === focus

/** 第一天 for 第二天, 两万元 for 五千元: a number with the same measure. */
function sameCount(last: string, focus: string): string | null {
  const [own] = [...focus.matchAll(ZH_COUNT)]
  if (!own || !isCount(focus)) return null
  return [...last.matchAll(ZH_COUNT)].find((other) => other[1] === own[1])?.[0] ?? null
}

const EN_TIME =
  /\b(?:today|tomorrow|yesterday|(?:this|next|last) (?:week|month|year|quarter|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?|on \w+days?)\b/i
const PREPOSITION = /^(for|in|on|at|with|during|by|from|to)\s+/i

/** Time for time; a phrase for the phrase with its preposition; a noun for the noun with the same head. */
function replaceInEnglish(last: string, focus: string): string | null {
  if (EN_TIME.test(focus) && EN_TIME.test(last)) return last.replace(EN_TIME, focus)
  const preposition = PREPOSITION.exec(focus)?.[1]
  if (preposition) return replacePhrase(last, preposition, focus)
  return replaceSameHead(last, focus) ?? replaceName(last, focus)
}

const EN_NAME = /(?<=[a-z] )\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*/gu

/** "What about Berlin?": one name for the only other one. */
function replaceName(last: string, focus: string): string | null {
  const names = last.match(EN_NAME) ?? []
  const isName = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*$/u.test(focus)
  return isName && names.length === 1 ? last.replace(names[0]!, () => focus) : null
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
  const mark = /[?.,]*$/.exec(lastWords[at]!)?.[0] ?? ''
  return [...lastWords.slice(0, start), `${words.join(' ')}${mark}`, ...lastWords.slice(at + 1)].join(' ')
}
