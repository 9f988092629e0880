import type { Language } from '@parley/text'
import type { ConversationState, UserTurn } from './turn'

const HAN = /\p{Script=Han}/u
const LATIN_WORD = /[a-z]{2,}/gi

/**
 * The language to answer in: the message's own, but a number, a name or a bare "ok" does not switch a conversation
 * that runs in the other language.
 */
export function replyLanguage(state: ConversationState, turn: UserTurn): Language {
  if (state.history.length === 0) return turn.understanding.language
  if (HAN.test(turn.text)) return turn.understanding.language
  const latinWords = turn.text.match(LATIN_WORD)?.length ?? 0
  return latinWords < 3 ? state.language : turn.understanding.language
}
