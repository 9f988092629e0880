/** A message of a conversation, as a summary reads it. */
export interface TalkMessage {
  readonly id: string
  readonly speakerId: string
  readonly text: string
  /** Whether somebody replied to this very message. */
  readonly isRepliedTo: boolean
}

/** A sentence of a message, in its own words: it stands in the message's text as it is. */
export interface SaidSentence {
  readonly messageId: string
  readonly text: string
}

/** Each in the order in which it was said; no sentence stands in two of them. */
export interface TalkSummary {
  /** What the conversation is about: central, and unlike each other. */
  readonly points: readonly SaidSentence[]
  readonly decisions: readonly SaidSentence[]
  /** What somebody took on. */
  readonly promises: readonly SaidSentence[]
  /** Questions that nothing said later seems to answer. */
  readonly openQuestions: readonly SaidSentence[]
}
