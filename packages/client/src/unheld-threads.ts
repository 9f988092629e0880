import type { MessageId, ThreadState } from '@parley/protocol'

export interface UnheldThreadsOptions {
  /** Where the person stands in a thread, as the server knows it. */
  readonly read: (threadId: MessageId) => Promise<ThreadState>
  /** Takes in a thread that they follow. */
  readonly take: (thread: ThreadState) => unknown
}

/** So many threads are remembered as not followed; then they are asked for anew. */
const STRANGE_LIMIT = 10_000

/**
 * Whoever follows more threads than a client keeps is told of a reply in one of the others all the same: the server is
 * asked for the thread, once where they do not follow it.
 */
export class UnheldThreads {
  private readonly strange = new Set<MessageId>()
  /** Those being asked for, and whether a reply came meanwhile: the answer may be older. */
  private readonly asking = new Map<MessageId, boolean>()

  constructor(private readonly options: UnheldThreadsOptions) {}

  /** A reply came in a thread that is not kept. */
  note(threadId: MessageId): void {
    if (this.strange.has(threadId)) return
    if (this.asking.has(threadId)) this.asking.set(threadId, true)
    else void this.ask(threadId)
  }

  /** Somebody may follow it from now on. */
  forget(threadId: MessageId): void {
    this.strange.delete(threadId)
  }

  private async ask(threadId: MessageId): Promise<void> {
    this.asking.set(threadId, false)
    // Where the server cannot say, the next reply asks again.
    const thread = await this.options.read(threadId).catch(() => null)
    const isOld = this.asking.get(threadId)
    this.asking.delete(threadId)
    if (!thread) return
    if (!thread.isFollowing) return this.remember(threadId)
    this.options.take(thread)
    if (isOld) await this.ask(threadId)
  }

  private remember(threadId: MessageId): void {
    if (this.strange.size >= STRANGE_LIMIT) this.strange.clear()
    this.strange.add(threadId)
  }
}
