import type { Deadline } from './deadlines'
import { PERSON as P, QUOTE, type Skeleton, sliceSkeleton, spanOf } from './skeleton'

/** A part of a sentence that can hold one request, with the dates that stand in it. */
export interface Segment {
  readonly skeleton: Skeleton
  readonly deadlines: readonly Deadline[]
}

const MENTION = `@?${P}`
const CHINESE_BREAK = /[，,；;]/g
const ENGLISH_BREAK = new RegExp(
  `;|,?\\s+(?:and|while|but)\\s+(?=${MENTION}[ ,])|,\\s+(?=${MENTION},? (?:please|pls|can|could|will|would|should|to|needs)\\b)|:\\s+(?=${MENTION}|please|pls)|[,–—]\\s+(?=(?:can|could|would|will) you\\b|please\\b|i'll\\b|i will\\b|let's\\b)`,
  'gi',
)
/** 王伟，你来…: a name called out belongs to what follows. */
const CALLED_OUT = new RegExp(`^[\\s@]*(?:${MENTION}[\\s、和与]*)+$`)
const INTERJECTION =
  /^(?:\s|(?:hi|hey|hello|ok|okay|also|and|btw|fyi|great|thanks|so|then|oh|next|first|second|finally|lastly|one more thing|quick one|then|yes|sure|good morning|morning)(?=[\s,!.:])[,!.:]?|(?:然后|另外|还有|对了|好的?|嗯|大家好|各位好?|你好|早上好|早|首先|其次|最后|顺便|以及|同时|并且|那么)[，,！!\s]|@[^\s@\uE000，,]{1,40}\s|[-*•]\s|\d{1,2}[.)、]\s?)+/i

/** Splits a sentence at the marks and words that can begin another request. */
export function segmentsOf(sentence: Skeleton, language: 'zh' | 'en', deadlines: readonly Deadline[]): Segment[] {
  const cuts = [...sentence.text.matchAll(language === 'zh' ? CHINESE_BREAK : ENGLISH_BREAK)]
  const segments: Segment[] = []
  let from = 0
  let dated = sentence.tokens[0]?.start ?? 0
  for (const cut of [...cuts, null]) {
    const to = cut?.index ?? sentence.text.length
    if (cut !== null && CALLED_OUT.test(sentence.text.slice(from, to))) continue
    const isLast = cut === null
    const end = isLast ? Number.POSITIVE_INFINITY : (sentence.tokens[to]?.start ?? 0)
    segments.push({
      skeleton: withoutInterjection(sliceSkeleton(sentence, from, to)),
      deadlines: deadlines.filter((deadline) => deadline.start >= dated && deadline.start < end),
    })
    from = to + (cut?.[0].length ?? 0)
    dated = end
  }
  return segments
}

function withoutInterjection(skeleton: Skeleton): Skeleton {
  const length = INTERJECTION.exec(skeleton.text)?.[0].length ?? 0
  return sliceSkeleton(skeleton, length, skeleton.tokens.length)
}

const FILLING = new RegExp(
  `[\\s，,。；;：:.!?！？${QUOTE}]|都|均|是|要|在|全部|之前|完成|搞定|交|就行|即可|both|all|are|due|by|it|is|please`,
  'gi',
)

/** A segment that only adds when something is due, or hardly more. */
export const isOnlyDate = (segment: Segment) =>
  segment.deadlines.length > 0 && segment.skeleton.text.replace(FILLING, '').length <= 4

export const sharesDate = (segment: Segment) => /都|均|全部|\b(?:both|all)\b/i.test(segment.skeleton.text)

export const startOf = (segment: Segment) => spanOf(segment.skeleton)?.start ?? null
