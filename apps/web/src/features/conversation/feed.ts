import type { MessageWindow, OutgoingMessage } from '@parley/client'
import type { Message } from '@parley/protocol'

/** What a list of messages shows and does: a channel's, or a thread's. */
export interface Feed {
  readonly window: MessageWindow
  /** On their way to this very place. */
  readonly outgoing: readonly OutgoingMessage[]
  /** Of a thread: the message that it hangs on. */
  readonly root: Message | null
  /** Number of the newest message, and of the newest one that was read. */
  readonly newest: number
  readonly readNumber: number
  /** By which its messages are counted as read. */
  numberOf(message: Message): number
  /** Loads the newest page, then those before it. */
  loadOlder(): Promise<void>
  /** Loads the page after what is held, where that ends before the newest. */
  loadNewer(): Promise<void>
  /** Loads what stands around a message, by its `seq`, in the place of what is held; with null the newest. */
  loadAround(seq: number | null): Promise<void>
  markRead(number: number): Promise<unknown>
}
