import { comparedThings } from '@parley/knowledge'
import { foldTraditional } from '@parley/text'
import { isQuestion } from './question'
import { readSignal } from './read-signal'

const LONGEST = { zh: 16, en: 48 } as const
const MOST_WORDS = 5
const NAME = /^[\p{L}\p{N}\s《》「」“”"·.+&/'’_-]+$/u
/** Whoever says one of these says something, or greets. */
const SAYS =
  /[我你您他她它们吧吗呢啊哦嗯请谢好了吃去来想要]|再见|拜拜|\b(?:i|you|we|he|she|they|it|me|my|your|our|us|this|that|is|are|was|please|thanks?|hi|hey|hello|bye|ok|okay|yes|no|not|let|will|can|do|done|sorry)\b/iu

/** Whoever says one of these changes something that was said. */
const CHANGES = /[改换][成为到]|推迟|提前到|取消|撤销|\b(?:make|instead|undo|cancel)\b/iu

/**
 * "battery test", 电池测试, "Skua 3 vs Mini": names what somebody wants to read about and says nothing of it, as one writes into
 * a search box.
 */
export function isTopic(text: string): boolean {
  const plain = foldTraditional(text.trim())
  if (isQuestion(plain) || readSignal(plain) !== null || CHANGES.test(plain)) return false
  if (comparedThings(plain)) return !SAYS.test(plain)
  const language = /\p{Script=Han}/u.test(plain) ? 'zh' : 'en'
  const isShort = plain.length <= LONGEST[language] && plain.split(/\s+/).length <= MOST_WORDS
  return isShort && NAME.test(plain) && !SAYS.test(plain)
}
