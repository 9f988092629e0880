import type { Language } from '@parley/text'
import type { ConversationState, UserTurn } from './turn'

const HAN = /\p{Script=Han}/u
/** Without one of these, words in Latin letters beside Chinese ones are names: "Skua 3 和 Mini" is Chinese. */
const ENGLISH_GRAMMAR =
  /\b(?:an?|the|is|are|was|were|do|does|did|what|who|when|where|why|how|which|of|to|in|on|at|for|from|with|and|or|please|can|could|i|you|we|my|our|it|this|that|has|have|will)\b/i
const LATIN_WORD = /[a-z]{2,}/gi

/**
 * The language to answer in: the message's own, but a number, a name or a bare "ok" does not switch a conversation
 * that runs in the other language.
 */
export function replyLanguage(state: ConversationState, turn: UserTurn): Language {
  if (HAN.test(turn.text) && !ENGLISH_GRAMMAR.test(turn.text)) return 'zh'
  if (state.history.length === 0 || HAN.test(turn.text)) return turn.understanding.language
  const latinWords = turn.text.match(LATIN_WORD)?.length ?? 0
  return latinWords < 3 ? state.language : turn.understanding.language
}
