import type { Language } from '@parley/text'
import type { AnswerType } from '../query/structured-query'
import type { Period } from './read-period'
import type { TalkWord } from './talk-words'

/** What is asked of a conversation: what was settled, who promised what, who knows about something, or what was said. */
export type TalkQuestionKind = 'decision' | 'commitment' | 'expertise' | 'fact'

/** A question as it is put to what people wrote to each other. */
export interface TalkQuestion {
  readonly text: string
  readonly language: Language
  readonly kind: TalkQuestionKind
  /** It asks in so many words for what people said; of any other question a document may know more. */
  readonly isAskedOfTalk: boolean
  readonly type: AnswerType
  /** What it is about: the words that only ask, and the names of whoever is to have said it, are left out. */
  readonly words: readonly TalkWord[]
  /** One of these has to have said it, or it has to be said of them; empty: anybody. Several: they share a name. */
  readonly speakerIds: readonly string[]
  /** What the question calls them: who is quoted by others is called so, too. Lower case. */
  readonly speakerNames: readonly string[]
  /** Whom else the question names: what they say themselves is likelier of them. Not of experts, who are whom it asks for. */
  readonly aboutIds: readonly string[]
  /** What it calls them, lower case. */
  readonly aboutNames: readonly string[]
  readonly period: Period | null
  /** As written after a number sign. */
  readonly placeNames: readonly string[]
  /** Where it has to be said, where that is known already. */
  readonly placeIds?: readonly string[]
}

/** Somebody whom a question may name. */
export interface TalkPerson {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
}

/** Who asks, and when: what "I" and "last week" mean. */
export interface TalkSituation {
  readonly askerId: string
  /** With the asker's offset, ISO 8601. */
  readonly now: string
  readonly people: readonly TalkPerson[]
}
