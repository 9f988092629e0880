import type { Slot } from '../understanding'
import type { TaskRequest } from './read-request'
import type { RequestEvidence } from './request-evidence'
import type { Segment } from './segments'
import { isOnlyDate } from './segments'
import { PERSON as P, type Skeleton, spanOf } from './skeleton'
import { tidyTitle } from './titles'

/** Under what an inferred request is known, next to those that a rule spells out. */
const CONFIDENCE = 0.7

/** A person somebody speaks of or to with something, not the one who is asked: 发给李娜, "a call with Li Na". */
const BEFORE_OBJECT =
  /(?:(?<!交|派|转|分|配|安排|任务|活|就)给|跟|和|与|向|找|对|替|为|\b(?:to|with|from|about|of|and|via|after|before|tell|told)\s)\s?@?$/i
const BEFORE_ASKED =
  /(?:\bassign(?:ed|ing)?\b.*|\b(?:over|up|down|that one|yours|hand(?:ed|ing)?\b.*|giv(?:e|ing)\b.*|pass(?:ed|ing)?\b.*|belongs|goes|falls|leave\b.*)) to\s@?$/i
const AFTER_OBJECT = /^(?:的|说|那版|['’]s (?!going|gonna|to\b|on\b|in charge))/

/** What stands around the person who is asked, and says no more than that. */
const ASKED_PERSON = new RegExp(
  `(?:这个|这事儿?|这块儿?|这份)?(?:就|都|还是|由|归|让|叫|安排|派|交由|交给|分给|派给|转给|给|想请|想让|请|麻烦|辛苦|拜托|劳烦|靠|负责人|责任人|是|定为|\\s)*@?${P}(?:同学|老师|那边|这边|你|您|来|去|就|主要|负责|牵头|抽空|有空|抓紧|优先|先|再|了(?![\\p{Script=Han}])|,|，|：|:|\\s)*`,
  'u',
)
const ASKED_PERSON_EN = new RegExp(
  `(?:\\b(?:for|to|from|is|have|let|ask|get|i'd like|i want|i need|we need|if|new owner|owner|assign(?:ed|ing)?|over|up next|next up|@)\\b[\\s:,]*)*@?${P}(?:['’](?:s|ll|d))?[\\s,:–—-]*(?:(?:to|will|would|should|shall|could|can|must|is|be|going to|gonna|needs|need|has|have|please|pls|owns|takes|gets|on|you|doing)\\b[\\s,]*)*`,
  'i',
)
const LEAD_ZH =
  /^(?:[\s，,、：:]|嗯|那|好的?|行|哦|就|还是|要不|不如|咱们?|我们?|你们?|您|请问|请|麻烦|辛苦|拜托|劳烦|劳驾|有劳|烦请|恳请|求|想|希望|需要|得|要|有没有|有(?=[谁人哪])|能不能|可不可以|能否|可否|是否|能|可以|可|会|哪位|哪个|谁|有人|一?[位个](?:好心)?人|大家|各位|同学们?|同事|手上不忙|有空|抽空|来|去|安排人|找人|派个?人|帮忙|帮我|帮着|帮|给我|记得|别忘了?|务必|尽快|抓紧|先|再|也|今天|马上)+/
const TAIL_ZH =
  /(?:[\s，,。！!？?]|(?:就|都|还是)?(?:麻烦|辛苦|拜托|交给|靠|看|归)(?:你|您|给)?了?|这个|就|呗|哈|啦|喽|吧|一下)+$/
const LEAD_EN =
  /^(?:[\s,:–—-]|hey|hi|ok(?:ay)?|sure|yes|yep|so|also|quick (?:favou?r|one|question)|any chance (?:of|that|you (?:could|can)|we (?:could|can))?|is there any way|would (?:it be (?:possible|ok|okay|great|good|nice)(?: (?:to|if|for))?|you mind|you be able to|you)|(?:it(?:'d| would) (?:be (?:great|good|nice)|help(?: a lot)?)) if|do you (?:think|mind)|could|can|will|would|may|mind|someone|somebody|anyone|anybody|you|i['’]ll|i['’]m|i['’]d|i|we['’]ll|we['’]re|we|need(?:s)?|want|like|let me|let['’]s|get(?= to )|going|gonna|happy|try|able|free|have|has|must|should|to|please|pls|kindly|just|make sure|don['’]t forget(?: to)?|remember|would appreciate it|appreciate(?: it)?|if|counting on|relying on|leave|put me down|sign me up|count me in|in charge of|responsible for|for)(?![\p{L}'’])/iu
const TAIL_EN = /(?:[\s,.?!–—-]|\bto me|\bwith me|\bplease|\bthanks?|\bright|\bif you can|\bdone)+$/i

/** The part of an asking sentence that asks, with the opinion that chose it. */
export interface AskingSegment {
  readonly segment: Segment
  readonly evidence: RequestEvidence
}

/** The segment that asks most, where the head says that one of them does. */
export function askingSegment(segments: readonly AskingSegment[]): AskingSegment | null {
  const candidates = segments.filter(({ segment }) => !isOnlyDate(segment) && segment.skeleton.text.trim().length > 1)
  return candidates.toSorted((left, right) => weight(right) - weight(left))[0] ?? null
}

/** A segment that names who is asked asks sooner than one that tells why. */
const NAMES_PERSON = 0.3

const weight = ({ segment, evidence }: AskingSegment) =>
  (evidence.asks ?? 0) + (askedPerson(segment.skeleton) === null ? 0 : NAMES_PERSON)

/**
 * Reads a request that no rule spells out, on the word of the request head: whoever stands there as subject or is
 * called is asked, what is left without courtesies is the work.
 */
export function inferRequest({ segment, evidence }: AskingSegment, message: string): TaskRequest {
  const { skeleton } = segment
  const person = askedPerson(skeleton)
  const isSpeakers = evidence.isCommitment && (person === null || /我|\b(?:i|me|my|mine)\b/i.test(skeleton.text))
  const asked = isSpeakers ? null : person
  return {
    title: titleWithout(skeleton, asked, message),
    titleSpan: spanOf(skeleton),
    addressee: isSpeakers ? 'speaker' : asked === null ? 'addressed' : 'named',
    person: asked,
    confidence: CONFIDENCE * (evidence.asks ?? 1),
    isExplicit: false,
    isBare: false,
  }
}

/** Whoever a segment asks, and does not only mention. */
export function askedPerson({ text, tokens }: Skeleton): Slot | null {
  const isAsked = tokens.findIndex(({ character }, at) => {
    const before = text.slice(0, at)
    return (
      character === P &&
      (BEFORE_ASKED.test(before) || !BEFORE_OBJECT.test(before)) &&
      !AFTER_OBJECT.test(text.slice(at + 1))
    )
  })
  return tokens[isAsked]?.person ?? null
}

function titleWithout({ text, tokens }: Skeleton, person: Slot | null, message: string): string {
  const written = tokens
    .map((token) => (token.person && token.person === person ? P : message.slice(token.start, token.end)))
    .join('')
  const isChinese = /\p{Script=Han}/u.test(text)
  const bare = written.replace(isChinese ? ASKED_PERSON : ASKED_PERSON_EN, ' ')
  return tidyTitle(isChinese ? stripChinese(bare) : stripEnglish(bare))
}

const stripChinese = (text: string) =>
  text
    .trim()
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .replace(LEAD_ZH, '')
    .replace(TAIL_ZH, '')

function stripEnglish(text: string): string {
  const shorter = text.trim().replace(LEAD_EN, '').trim()
  return shorter === text.trim() ? shorter.replace(TAIL_EN, '') : stripEnglish(shorter)
}
