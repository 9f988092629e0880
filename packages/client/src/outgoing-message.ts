import type { ChannelId, ErrorCode, ErrorParameters, FileId, MessageId } from '@parley/protocol'

/** Why the server refused a message; `message` is in the person's language. */
export interface SendRefusal {
  readonly code: ErrorCode
  readonly parameters: ErrorParameters
  readonly message: string
}

/**
 * A message from the moment of Enter until its event is here.
 * `sending`: on its way, retried without end. `sent`: acknowledged, its event not here yet (show it like any other).
 * `failed`: refused; retried or discarded by hand.
 */
export interface OutgoingMessage {
  readonly clientMessageId: string
  readonly channelId: ChannelId
  readonly threadId: MessageId | null
  /** A reply that the channel shows too. */
  readonly isAlsoInChannel: boolean
  readonly text: string
  /** null: they are still being uploaded, and the message waits for them. */
  readonly fileIds: readonly FileId[] | null
  /** Milliseconds since the epoch, strictly growing: the order of sending. */
  readonly createdAtMs: number
  readonly status: 'sending' | 'sent' | 'failed'
  readonly refusal: SendRefusal | null
  /** Its writer takes it back: it is to be taken from the server, should it have arrived there, and is not shown. */
  readonly isWithdrawn?: boolean
  /** The acknowledged message's place in the channel's stream. */
  readonly seq: number | null
}

/** Keeps messages on their way over a reload. One entry a message, so that two tabs do not overwrite each other. */
export interface OutgoingStorage {
  load(): readonly OutgoingMessage[]
  save(message: OutgoingMessage): void
  remove(clientMessageId: string): void
}
