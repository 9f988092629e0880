import { isQuestion } from './question'

/** Longer messages tell a story; whoever tells one wants people. */
const LONGEST = 300
const LEAST_CHARACTERS = { han: 4, other: 10 } as const

/** Asks somebody for a deed, for their plans or for their opinion: no document knows. */
const EN_PERSONAL =
  /\b(?:can|could|would|will|are|were|do|did|have) you\b(?! (?:guys |all )?(?:know|remember))|\b(?:shall|should) (?:we|i)\b|\b(?:what|how) about\b|\bwhat do you think\b|\bwhat'?s up\b|\bhow are (?:you|things)\b|\bhow(?:'s| is) it going\b|\bany (?:news|thoughts|ideas|update)/i
const ZH_PERSONAL =
  /你(?:们)?(?:能不能|可不可以|可以|能|有空|觉得|怎么看|要不要|去不去|想不想|在吗|好吗)|(?:咱们|我们)(?:要不要|是不是|什么时候去)|(?:怎么样|好不好|行不行|行吗|好吗|可以吗|在吗|对吧|是吧)\s*[?？。]?$|有空吗|帮(?:我|忙|个忙)/

/**
 * Whether a message asks a group to be told something that documents could say: no deed, no opinion, no small talk.
 *
 * @param acts what the message does, as far as that was read; null: nothing reads it, and its form decides.
 */
export function isOpenQuestion(text: string, acts: readonly string[] | null): boolean {
  const plain = text.trim()
  if ([...plain].length > LONGEST || !isLongEnough(plain) || !isQuestion(plain)) return false
  if (EN_PERSONAL.test(plain) || ZH_PERSONAL.test(plain)) return false
  return acts === null || acts.includes('question')
}

function isLongEnough(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return han >= LEAST_CHARACTERS.han || text.length >= LEAST_CHARACTERS.other
}
