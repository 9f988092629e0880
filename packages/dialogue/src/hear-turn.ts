import type { Scene } from './draft'
import { replyLanguage } from './reply-language'
import type { ConversationState, TurnCapabilities, UserTurn } from './turn'

/** Only the beginning of a long message is searched for a request: requests are short, and the time stays bounded. */
const LONGEST_READ = 2000

/** What the handlers look at: the beginning of the message with its slots, in the language to answer in. */
export function hearTurn(state: ConversationState, turn: UserTurn, capabilities: TurnCapabilities): Scene {
  const language = replyLanguage(state, turn)
  const text = turn.text.slice(0, LONGEST_READ).trimEnd()
  const slots = turn.understanding.slots.filter(({ end }) => end <= text.length)
  const heard = { ...turn, understanding: { ...turn.understanding, slots } }
  const { offer = null, ...rest } = state
  return { state: { ...rest, language }, offer, turn: heard, text, language, capabilities }
}
