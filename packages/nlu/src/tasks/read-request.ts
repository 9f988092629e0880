import type { Slot } from '../understanding'
import {
  CHINESE_ASKS_TO_DO,
  CHINESE_DONE,
  CHINESE_NEGATION,
  CHINESE_NO_REQUEST,
  CHINESE_PAST,
  CHINESE_QUESTION,
  CHINESE_RULES,
  CHINESE_WANTS_TO_KNOW,
} from './chinese-rules'
import {
  ENGLISH_NEGATION,
  ENGLISH_NO_REQUEST,
  ENGLISH_PAST,
  ENGLISH_QUESTION,
  ENGLISH_RULES,
  ENGLISH_WANTS_TO_KNOW,
} from './english-rules'
import type { Addressee, RequestRule } from './request-rule'
import type { Segment } from './segments'
import { PERSON, type Skeleton, sliceSkeleton, spanOf, writtenAs } from './skeleton'
import { tidyTitle, titleWithTopic } from './titles'
import { isForAssistant, isLight, startsWithWork } from './work-verbs'

export type TaskLanguage = 'zh' | 'en'

/** What one segment asks for, before its date is settled. */
export interface TaskRequest {
  readonly title: string
  readonly titleSpan: { readonly start: number; readonly end: number } | null
  readonly addressee: Addressee
  /** The person asked, where the rule names one. */
  readonly person: Slot | null
  readonly confidence: number
  readonly isExplicit: boolean
  /** Only a verb and a date: after another request it goes on with that one. */
  readonly isBare: boolean
}

interface Grammar {
  readonly rules: readonly RequestRule[]
  readonly noRequest: RegExp
  readonly question: RegExp
  readonly wantsToKnow: RegExp
  readonly negation: RegExp
  readonly past: RegExp
}

const GRAMMARS: Readonly<Record<TaskLanguage, Grammar>> = {
  zh: {
    rules: CHINESE_RULES,
    noRequest: CHINESE_NO_REQUEST,
    question: CHINESE_QUESTION,
    wantsToKnow: CHINESE_WANTS_TO_KNOW,
    negation: CHINESE_NEGATION,
    past: CHINESE_PAST,
  },
  en: {
    rules: ENGLISH_RULES,
    noRequest: ENGLISH_NO_REQUEST,
    question: ENGLISH_QUESTION,
    wantsToKnow: ENGLISH_WANTS_TO_KNOW,
    negation: ENGLISH_NEGATION,
    past: ENGLISH_PAST,
  },
}
const CALLED_AT_END = new RegExp(`[\\s,，]+@?(?<who>${PERSON})[\\s?.!。！？]*$`, 'd')
/** 把周会改到, "move the weekly to": the date says where something moves, not when it is due. */
const IS_MOVED = /(?:改|推迟|延期|延后|挪|调整?|提前|移)到[\s，。！]*$|\bto[\s.!?]*$/i
/** "Add me to Jira", 帮我开通权限, "approve it": a favour for the writer that names nobody is no task of the team. */
const FOR_WRITER = /(?:帮|给|替|为|把)我(?!们)|\b(?:me|my)\b/i
const NO_OBJECT =
  /^[a-z]+(?: (?:up|off|out|in|down))?(?: (?:it|them|this|that|these|those|its \w+)(?: (?:up|off|out|in|down|with me))?)?$/i
const ASKS_NICELY = /请|麻烦|辛苦|拜托|帮|别忘|记得|务必|please|pls/i

/** Whether a sentence can ask for anything at all: it does not suppose, quote, wonder or state a habit. */
export function mayRequest(sentence: string, language: TaskLanguage): boolean {
  const { noRequest, question, wantsToKnow } = GRAMMARS[language]
  const bare = sentence.trim()
  return !noRequest.test(bare) && !(question.test(bare) && wantsToKnow.test(bare))
}

/**
 * Reads a segment by the first rule that fits; null when it asks for no work.
 *
 * @param isAsked whether it is known to ask for something: weak forms then need neither a verb of work nor a date.
 */
export function readRequest(
  segment: Segment,
  message: string,
  sentence: string,
  language: TaskLanguage,
  isAsked = false,
): TaskRequest | null {
  const grammar = GRAMMARS[language]
  const isQuestion = grammar.question.test(sentence)
  if (isQuestion && language === 'zh' && !CHINESE_ASKS_TO_DO.test(sentence)) return null
  for (const rule of grammar.rules) {
    const match = isQuestion && !rule.mayAsk ? null : rule.pattern.exec(segment.skeleton.text)
    if (match?.indices?.groups === undefined) continue
    const request = toRequest(rule, segment, message, match.indices.groups)
    if (request !== null && holds(isAsked ? strengthened(rule) : rule, request, segment, match.indices.groups, grammar))
      return request
  }
  return null
}

type Groups = Readonly<Record<string, [number, number] | undefined>>

function toRequest(rule: RequestRule, { skeleton }: Segment, message: string, groups: Groups): TaskRequest | null {
  const part = (name: string) => {
    const range = groups[name]
    return range ? sliceSkeleton(skeleton, range[0], range[1]) : sliceSkeleton(skeleton, 0, 0)
  }
  const topic = part('topic')
  const { rest: verb, person: called } = withoutCalledOut(part('title'))
  const person = part('who').tokens[0]?.person ?? called
  const title = titleWithTopic(writtenAs(topic, message), writtenAs(verb, message))
  const titleSpan = cover(spanOf(topic), spanOf(verb))
  const { addressee, confidence, isExplicit = false, isBare = false } = rule
  return { title, titleSpan, addressee, person, confidence, isExplicit, isBare }
}

/** "Could you send it, Priya?", 修一下这个问题 @赵磊: whoever is called out at the end is asked, and is no part of the title. */
function withoutCalledOut(title: Skeleton): { rest: Skeleton; person: Slot | null } {
  const match = CALLED_AT_END.exec(title.text)
  const person = match?.indices?.groups?.who && title.tokens[match.indices.groups.who[0]]?.person
  if (!match || !person || !(match[0].includes(',') || match[0].includes('，') || person.text.startsWith('@'))) {
    return { rest: title, person: null }
  }
  return { rest: sliceSkeleton(title, 0, match.index), person }
}

/** A rule whose segment is known to ask: 交给张敏了 then hands over, and does not report that it was handed over. */
type AskedRule = RequestRule & { readonly isAsked?: boolean }

/** The rule without what makes up for its weakness; a bare verb is too little even then. */
function strengthened(rule: RequestRule): AskedRule {
  if (rule.isBare) return rule
  const { needs: _needs, needsWork: _needsWork, ...form } = rule
  return { ...form, isAsked: true }
}

/** Whether what a segment says is negated or past. */
export function isDeniedOrPast(text: string, language: TaskLanguage): boolean {
  const { negation, past } = GRAMMARS[language]
  const bare = text.replace(/能不能|可不可以|要不|有没有/g, '')
  return IS_MOVED.test(bare) || past.test(bare) || (negation.test(bare) && !ASKS_NICELY.test(bare))
}

function holds(rule: AskedRule, request: TaskRequest, segment: Segment, groups: Groups, grammar: Grammar): boolean {
  const { text } = segment.skeleton
  const verb = text.slice(...(groups.title ?? [0, 0])).trimStart()
  const isMarked = segment.deadlines.some((deadline) => deadline.isMarked)
  if (rule.needs === 'date' && segment.deadlines.length === 0) return false
  if (rule.needs === 'deadline' && !isMarked) return false
  if (isDenied(text, groups, grammar) || (!rule.isAsked && isDone(text))) return false
  if (rule.isExplicit) return true
  const isWork = startsWithWork(tidyTitle(verb)) || startsWithWork(verb) || (isMarked && ASKS_NICELY.test(text))
  if (isLight(verb) || isLight(tidyTitle(verb)) || (rule.needsWork && !isWork)) return false
  if (request.title.length < 2 || rule.addressee === 'named' || request.person !== null) return request.title.length > 1
  if (rule.isForAnybody) return true
  if (isForAssistant(verb) && (rule.isBare || !isMarked)) return false
  return rule.addressee === 'speaker' || isMarked || !servesTheWriter(text, request.title)
}

const servesTheWriter = (text: string, title: string) => FOR_WRITER.test(text) || NO_OBJECT.test(title)

/** Negated or past, as far as it concerns the request itself and not what the work is about. */
function isDenied(text: string, groups: Groups, grammar: Grammar): boolean {
  if (IS_MOVED.test(text)) return true
  const head = text.slice(0, (groups.title?.[0] ?? 0) + 2).replace(/能不能|可不可以/g, '')
  return grammar.negation.test(head) || grammar.past.test(text)
}

const isDone = (text: string) => !ASKS_NICELY.test(text) && CHINESE_DONE.test(text)

function cover(first: ReturnType<typeof spanOf>, second: ReturnType<typeof spanOf>): ReturnType<typeof spanOf> {
  if (first === null || second === null) return first ?? second
  return { start: Math.min(first.start, second.start), end: Math.max(first.end, second.end) }
}
