import type { Draft } from './drafts'
import { askedPerson } from './infer-request'
import type { Segment } from './segments'
import { isOnlyDate } from './segments'
import { PERSON as P, type Skeleton, sliceSkeleton, spanOf, writtenAs } from './skeleton'
import { tidyTitle } from './titles'
import { CHINESE_VERB } from './work-verbs'

/** What says how, where or for whom, but not what. */
const EMPTY_ZH = new RegExp(
  `${CHINESE_VERB}|一[下眼趟遍份个]|看看|瞅|跟|接|顶|弄|搞|盯|催|问|去|来|给我|给|你|您|它|他们?|这[个事块]?|那[个边]?|看着办|尽快|抽空|有空|帮忙|帮|赶紧|再|一|先|主要|麻烦|辛苦|想办法|抓紧|好|下|了|呗|吧|哈|着|紧|烦请|请|[\\s，,。！!？?]`,
  'g',
)
const EMPTY_EN =
  /^(?:please |kindly )?(?:[a-z]+)(?: (?:up|off|out|in|down|on|into|after|over|care of))?(?: (?:it|them|this|that|these|those|one|this one|that one|the same|something|one of them))*(?: (?:up|off|out|over|done|fixed|\w+ed|please|with me|before then))*$/i

/** What only hands over; the work is all in what was said before. */
const HANDING =
  /^(?:(?:就|都)?(?:麻烦|辛苦|拜托|交给|靠|看)?(?:你|您)?(?:了|看着办|来|负责|跟进)?|(?:that|this|it)(?:'s| is) (?:yours|on you)|(?:take|own|handle) (?:it|this|that)(?: one)?|over to you)$/i

/** "get it from the client": what it is was said before. */
const PRONOUN_EN =
  /^(?:please |kindly )?[a-z]+(?: (?:up|off|out|in|down|on|into|after|over|at|care of|up with))? (?:it|them|one|these|those|(?:this|that)(?= (?:to|for|with|by|from|before|after|into)\b|$))\b/i

/** Whether a title says that something is to be done, and not what. */
export const isThin = (title: string) =>
  HANDING.test(title) ||
  PRONOUN_EN.test(title) ||
  (/\p{Script=Han}/u.test(title) ? title.replace(EMPTY_ZH, '').length <= 1 : EMPTY_EN.test(title))

/**
 * 官网的备案过期了，你处理下: a title that says only "handle it" is led by what was said before, and what was read from
 * that alone is part of it.
 */
export function withContext(
  draft: Draft,
  previous: Segment | null,
  drafts: readonly Draft[],
  message: string,
): { readonly draft: Draft; readonly drafts: readonly Draft[] } {
  const { request } = draft
  const unchanged = { draft, drafts }
  if (request.title === '' || previous === null || isOnlyDate(previous)) return unchanged
  if (!isThin(request.title) && !isShortAfter(previous, draft, drafts, message)) return unchanged
  const topic = tidyTitle(writtenAs(withoutCalledOut(previous.skeleton), message))
  if (topic.length < 2) return unchanged
  const mark = /\p{Script=Han}/u.test(topic) ? '：' : ': '
  const called = request.addressee === 'addressed' ? askedPerson(previous.skeleton) : null
  const person = called === null ? {} : ({ person: called, addressee: 'named' } as const)
  const title = HANDING.test(request.title) ? topic : tidyTitle(`${topic}${mark}${request.title}`)
  return {
    draft: {
      ...draft,
      request: { ...request, ...person, title },
      deadlines: [...draft.deadlines, ...previous.deadlines],
    },
    drafts: drafts.filter(({ segment, request: earlier }) => segment !== previous || earlier.person !== null),
  }
}

const SHORT_ZH = /^\p{Script=Han}{1,5}$/u

/** 支付失败了，排查原因: a few characters need the clause before them, unless that one asks for something of its own. */
function isShortAfter(
  previous: Segment,
  { request, segment }: Draft,
  drafts: readonly Draft[],
  message: string,
): boolean {
  const [from, to] = [spanOf(previous.skeleton)?.end, spanOf(segment.skeleton)?.start]
  if (from === undefined || to === undefined || !SHORT_ZH.test(request.title)) return false
  const namesOwn = segment.skeleton.tokens.some(({ person }) => person !== undefined && person === request.person)
  const isSameSentence = !/[。！？!?\n]/.test(message.slice(from, to))
  return isSameSentence && !namesOwn && drafts.every((draft) => draft.segment !== previous)
}

function withoutCalledOut(skeleton: Skeleton): Skeleton {
  const length = new RegExp(`^[\\s@]*${P}(?:同学|老师)?[\\s，,:：、]*`).exec(skeleton.text)?.[0].length ?? 0
  return sliceSkeleton(skeleton, length, skeleton.tokens.length)
}
