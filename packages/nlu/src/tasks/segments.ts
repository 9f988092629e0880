import type { Deadline } from './deadlines'
import { joinSkeletons, PERSON as P, QUOTE, type Skeleton, sliceSkeleton } from './skeleton'

/** A part of a sentence that can hold one request, with the dates that stand in it. */
export interface Segment {
  readonly skeleton: Skeleton
  readonly deadlines: readonly Deadline[]
}

const MENTION = `@?${P}`
const CHINESE_BREAK = /[，,；;]|\s[/|]\s|\s(?=\d{1,2}[.)、）])/g
const ENGLISH_BREAK = new RegExp(
  `;|\\s[/|]\\s|\\s(?=\\d{1,2}[.)] )|,\\s+(?=i(?:['’](?:ll|m)| will)?\\s)|,\\s+(?=${MENTION}\\s+[a-z]+s\\b)|\\s[–—-]+\\s(?=${P}\\s*[?.!]*$|${MENTION},? (?:please|pls|can|could|will|would)\\b)|(?<!${P}),?\\s+(?:and|while|but)\\s+(?=${MENTION}[ ,])|,\\s+(?=${MENTION},? (?:please|pls|can|could|will|would|should|to|needs)\\b)|(?<!owner|assignee|to|for):\\s+(?=${MENTION}|please|pls)|(?:[,–—]|\\s-)\\s+(?=(?:can|could|would|will) you\\b|please\\b|i'll\\b|i will\\b|let's\\b)`,
  'gi',
)
/** Politeness that would hide who is asked for what; "if you have time" supposes nothing, "it would be great if you could" asks. */
const COURTESY = new RegExp(
  `(?<=${P})\\s?(?:你好|您好|同学|老师)|(?:你|您)?(?:如果|要是)?(?:方便|有空|有时间|可以|得空|不忙)的?(?:话|时候)[，,]?|(?:(?<![${P},]),? ?)?(?<!\\b(?:great|good|nice|lovely|awesome|helpful|wonderful|perfect|appreciate it|love it|like it) )\\b(?:when(?:ever)? you (?:get a (?:chance|moment|minute)|have (?:time|a (?:minute|moment|second))|can)|if (?:possible|you (?:can|could|have (?:time|a minute)|don't mind|get a chance)|that's ok))\\b,? ?`,
  'gi',
)
/** 王伟，你来…: a name called out belongs to what follows. */
const CALLED_OUT = new RegExp(`^[\\s@]*(?:${MENTION}(?:[\\s、,:和与&]|and)*)+$`)
const INTERJECTION =
  /^(?:\s|(?:hi|hey|hello|ok|okay|also|and|btw|fyi|great|thanks|so|then|oh|next|first|second|finally|lastly|one more thing|quick one|then|yes|sure|good morning|morning)(?=[\s,!.:])[,!.:]?|嗯(?=我)|(?:然后|接着|之后|再)(?=\uE000)|(?:然后|另外|还有|还有个事儿?|对了|好的?|嗯|大家好|各位好?|你好|早上好|早|首先|其次|最后|顺便|以及|同时|并且|那么)[，,！!\s]|@[^\s@\uE000，,]{1,40}\s|[^，。：:\uE000]{2,6}(?:分配|安排|分工|结论|如下|行动项|事项)[：:]|(?:next steps|action items|assignments|follow-ups|to-?dos|tasks)\s*:\s*(?=\uE000|@|\d|-)|请?(?:安排|分工)(?:如下)?[：:]|[-*•–]\s|[一二三四五六七八九十]、|(?!新?任务|待办|工单)[^，。：:\s\uE000]{2,8}[：:](?=\uE000)|(?:待办|行动项|任务|纪要|分工)(?:如下|[一二两三四五六\d]+[件项条个]?)[：:]|\d{1,2}[.)、）]\s?)+/i

/** Splits a sentence at the marks and words that can begin another request. */
export function segmentsOf(sentence: Skeleton, language: 'zh' | 'en', deadlines: readonly Deadline[]): Segment[] {
  const cuts = [...sentence.text.matchAll(language === 'zh' ? CHINESE_BREAK : ENGLISH_BREAK)]
  const segments: Segment[] = []
  let from = 0
  let dated = 0
  for (const cut of [...cuts, null]) {
    const to = cut?.index ?? sentence.text.length
    if (cut !== null && CALLED_OUT.test(sentence.text.slice(from, to))) continue
    const isLast = cut === null
    const end = isLast
      ? Number.POSITIVE_INFINITY
      : (sentence.tokens[to + cut[0].search(/\S|$/)]?.start ?? Number.POSITIVE_INFINITY)
    segments.push({
      skeleton: withoutInterjection(sliceSkeleton(sentence, from, to)),
      deadlines: deadlines.filter((deadline) => deadline.start >= dated && deadline.start < end),
    })
    from = to + (cut?.[0].length ?? 0)
    dated = end
  }
  return segments
}

/** The sentence without the courtesies that say nothing about the work. */
export function withoutCourtesies(sentence: Skeleton): Skeleton {
  const ranges = [...sentence.text.matchAll(COURTESY)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  )
  const parts = [0, ...ranges.flat(), sentence.text.length]
  const kept = parts.flatMap((from, index) =>
    index % 2 === 0 ? [sliceSkeleton(sentence, from, parts[index + 1] ?? from)] : [],
  )
  return joinSkeletons(kept)
}

function withoutInterjection(skeleton: Skeleton): Skeleton {
  const length = INTERJECTION.exec(skeleton.text)?.[0].length ?? 0
  return sliceSkeleton(skeleton, length, skeleton.tokens.length)
}

const FILLING = new RegExp(
  `[\\s，,。；;：:.!?！？${QUOTE}]|可以吗|好吗|行吗|给我个?|给大家|给出?|个?结果|初[稿版]|定稿|答复|反馈|看到|发出来?|提交|收尾|验收|截止|务必|一定|发我|以上|下班|收|弄好|做好|弄完|做完|吧|都|均|是|要|在|全部|之前|完成|搞定|交|就行|即可|both|all|first (?:version|draft)|final version|they['’]re|they|it['’]s|are|due|by|it|is|please`,
  'gi',
)

/** A word or two: Chinese says in two characters what English says in four. */
const isHardlyMore = (rest: string) => rest.length <= (/\p{Script=Han}/u.test(rest) ? 2 : 4)

/** A segment that only adds when something is due, or hardly more. */
export const isOnlyDate = (segment: Segment) =>
  segment.deadlines.length > 0 && isHardlyMore(segment.skeleton.text.replace(FILLING, ''))

export const sharesDate = (segment: Segment) => /都|均|全部|以上|\b(?:both|all)\b/i.test(segment.skeleton.text)
