import type { Scene } from './draft'
import { isQuestion } from './question'
import { readSignal, type Signal } from './read-signal'

const LONGEST_BY_INTENT = 30
const CANCELS_IN_PASSING =
  /取消|算了|不(?:要|用|需要|想)[^，。]{0,6}了|\b(?:cancel|never ?mind|forget (?:it|about it)|drop it|scrap (?:it|that))\b/i

/** The signal in a message to an open flow: by its words, or, for a short one, by its intent. */
export function readFlowSignal({ text, turn }: Scene): Signal | null {
  const signal = readSignal(text)
  if (signal) return signal
  if (text.length > LONGEST_BY_INTENT || isQuestion(text)) return null
  const { name } = turn.understanding.intent
  return name === 'cancel' && CANCELS_IN_PASSING.test(text) ? 'cancel' : null
}
