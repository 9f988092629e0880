import type { Slot } from '../understanding'
import { PERSON as P, type Skeleton } from './skeleton'

const WHO = `@?(?<who>${P})`

/** Forms that name a person and nothing to do: what is to be done was said before. */
const HANDOVERS: readonly RegExp[] = [
  `^\\s*${WHO}[\\s。！!.?？]*$`,
  `^\\s*(?:就|都|这个|这事|这件事|也|那)?(?:还是)?(?:请|让|由|交给|交由|派给|指派给|分配给|转给|安排|麻烦|辛苦|负责人|责任人|执行人|指派)\\s*(?:是|为|[：:])?\\s*${WHO}\\s*(?:来|去)?(?:负责|牵头|处理|跟进|完成|做|办|搞定|一下|落实|吧)*[\\s。！!.]*$`,
  `^\\s*${WHO}\\s*(?:你|您)?(?:来|去)?(?:负责|跟进|处理|写|做|弄|改|牵头|主导|对接|带队|落实)(?:一下|吧)?[\\s。！!.]*$`,
  `^\\s*${WHO}\\s*(?:你|您)(?:看着办|来|安排|接一下|上)(?:一下|吧)?[\\s。！!.]*$`,
  `^\\s*${WHO}[,:]?\\s+(?:that|this|it)(?:['’]s| is| one is| one['’]s)? (?:yours|on you|for you|your (?:job|call|turn))[\\s.!]*$`,
  `^\\s*(?:please )?(?:owner|assignee|responsible|assigned to|for|(?:re)?assign (?:it|this|that) to|give (?:it|this|that) to|over to)\\s*(?:is|:)?\\s*${WHO}[\\s.!]*$`,
  `^\\s*${WHO}[,:]?\\s+(?:(?:please|pls|can you|could you|will you|would you|should|will)\\s+)*(?:take care of|handle|do|own|fix|finish|look after|take|look into|lead)(?:\\s+(?:it|this|that|these|them))?(?: please)?[\\s.!?]*$`,
].map((pattern) => new RegExp(pattern, 'di'))

/** The person that a segment hands work over to without saying which: 请李娜负责, "owner: Tom", "Sara, please handle it". */
export function handedTo(skeleton: Skeleton): Slot | null {
  for (const pattern of HANDOVERS) {
    const place = pattern.exec(skeleton.text)?.indices?.groups?.who
    if (place) return skeleton.tokens[place[0]]?.person ?? null
  }
  return null
}
