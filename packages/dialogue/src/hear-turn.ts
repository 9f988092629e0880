import type { Scene } from './draft'
import { replyLanguage } from './reply-language'
import type { ConversationState, TurnCapabilities, UserTurn } from './turn'

/** Only the beginning of a long message is searched for a request: requests are short, and the time stays bounded. */
const LONGEST_READ = 2000
const ADDRESS = /^\s*@?(?:assistant|parley|助手|小助手)(?=[\s,，:：、]|[\p{Script=Han}])[\s,，:：、]*/iu

/** What the handlers look at: the message without its address, slots moved along, in the language to answer in. */
export function hearTurn(state: ConversationState, turn: UserTurn, capabilities: TurnCapabilities): Scene {
  const language = replyLanguage(state, turn)
  const cut = ADDRESS.exec(turn.text)?.[0].length ?? 0
  const text = turn.text.slice(cut, cut + LONGEST_READ).trimEnd()
  const slots = turn.understanding.slots
    .map((slot) => ({ ...slot, start: slot.start - cut, end: slot.end - cut }))
    .filter(({ start, end }) => start >= 0 && end <= text.length)
  const heard = { ...turn, understanding: { ...turn.understanding, slots } }
  const { offer = null, ...rest } = state
  return { state: { ...rest, language }, offer, turn: heard, text, language, capabilities }
}
