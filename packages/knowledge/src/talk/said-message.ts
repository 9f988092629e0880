/** A message that may have to do with a question. */
export interface SaidMessage {
  readonly id: string
  readonly speakerId: string
  readonly text: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** What its thread hangs on; null outside of threads. */
  readonly threadId: string | null
  /** What was said just before it in the same place, nearest first, and what its thread hangs on; ids of this list. */
  readonly before: readonly string[]
}

/** Somebody's task: what they own, they know about. */
export interface OwnedTask {
  readonly ownerId: string
  readonly title: string
  /** The message that it was made of. */
  readonly messageId: string
}

/** What was found of a conversation, limited to what may be read. */
export interface FoundTalk {
  readonly messages: readonly SaidMessage[]
  readonly tasks: readonly OwnedTask[]
  /** In which share of the messages that may be read each word of the question stands in any form, 0 to 1. */
  readonly shares: readonly number[]
}
