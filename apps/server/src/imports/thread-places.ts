import type { ArchivedMessage } from './archive'

/** Where the replies of a channel that is being read hang. */
export class ThreadPlaces {
  /** Ids of messages that threads hang on, once they are stored. */
  private readonly roots = new Map<string, string | null>()
  /** Where the first message of a thread is missing, its first reply stands in for it. */
  private readonly standIns = new Map<string, string>()

  place(message: ArchivedMessage): ArchivedMessage {
    const threadKey = message.threadKey === null ? null : (this.standIns.get(message.threadKey) ?? message.threadKey)
    if (threadKey === null) {
      if (message.hasReplies) this.roots.set(message.key, null)
      return message
    }
    if (this.roots.has(threadKey)) return { ...message, threadKey }
    this.standIns.set(threadKey, message.key)
    this.roots.set(message.key, null)
    return { ...message, threadKey: null, isAlsoInChannel: false }
  }

  remember({ key }: ArchivedMessage, id: string): void {
    if (this.roots.has(key)) this.roots.set(key, id)
  }

  threadIdOf({ threadKey }: ArchivedMessage): string | null {
    return threadKey === null ? null : (this.roots.get(threadKey) ?? null)
  }
}
