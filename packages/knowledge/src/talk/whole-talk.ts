import { inContext, type PlacedMessage } from './in-context'
import type { FoundTalk } from './said-message'
import type { TalkQuestion } from './talk-question'
import { holdsWord, termSetOf } from './talk-words'

/** Messages that are all at hand, oldest first, as what was found for a question: nothing is chosen among them. */
export function wholeTalk(messages: readonly PlacedMessage[], question: TalkQuestion): FoundTalk {
  const sets = messages.map(({ text }) => termSetOf(text))
  const shares = question.words.map((word) => sets.filter((set) => holdsWord(word, set) > 0).length / sets.length)
  return { messages: inContext(messages), tasks: [], shares }
}
