import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Message } from '@parley/protocol'
import type { Pool } from 'pg'
import { commitMessages, fileIdsOf, type MessageDraft, type Verdict } from './commit-messages'
import { isConnectionError } from './database-errors'
import { createdEvent, outcomeOf } from './message-outcome'
import type { CommitOptions } from './write'

export interface MessageWriter {
  /** Resolves when the message is durably stored, with the first answer when it was stored before. */
  store(draft: MessageDraft): Promise<Message>
}

interface Waiting {
  readonly draft: MessageDraft
  readonly resolve: (message: Message) => void
  readonly reject: (error: unknown) => void
}

export interface MessageWriterOptions extends CommitOptions {
  readonly pool: Pool
  readonly maxBatch?: number
}

/** To answer so many takes some ten milliseconds in one go. */
const MAX_BATCH = 256

/**
 * Group commit: messages that arrive while a commit is under way are written together in the next one.
 * One batch is in flight at a time, so order of arrival is order of numbers.
 */
export function createMessageWriter(options: MessageWriterOptions): MessageWriter {
  return new BatchingWriter(options)
}

class BatchingWriter implements MessageWriter {
  private queue: Waiting[] = []
  private isWriting = false

  constructor(private readonly options: MessageWriterOptions) {}

  store(draft: MessageDraft): Promise<Message> {
    return new Promise((resolve, reject) => {
      this.queue.push({ draft, resolve, reject })
      if (this.isWriting) return
      this.isWriting = true
      void this.writeUntilEmpty()
    })
  }

  /**
   * Each batch begins with what has arrived by the end of a turn of the event loop. After a commit there is one more
   * turn before: in it, what was committed is written to its receivers, which takes as long as a commit in a large
   * channel. What their senders answer meanwhile shares the next commit, and the next write to every receiver.
   */
  private async writeUntilEmpty(): Promise<void> {
    await nextTurn()
    while (this.queue.length > 0) {
      await this.writeBatch(this.takeBatch())
      await nextTurn()
      await nextTurn()
    }
    this.isWriting = false
  }

  /**
   * At most one of each client id, and of each file: the second of two equal ones must see what the first has stored.
   * And one time for all: a message that brings its own goes with others of the same only.
   */
  private takeBatch(): Waiting[] {
    const { maxBatch = MAX_BATCH } = this.options
    const taken: Waiting[] = []
    const claimed = new Set<string>()
    const left: Waiting[] = []
    const at = this.queue[0]?.draft.createdAt?.getTime()
    for (const waiting of this.queue) {
      const keys = claimsOf(waiting.draft)
      const isOfThisTime = waiting.draft.createdAt?.getTime() === at
      const fits = isOfThisTime && taken.length < maxBatch && !keys.some((key) => claimed.has(key))
      for (const key of keys) claimed.add(key)
      if (fits) taken.push(waiting)
      else left.push(waiting)
    }
    this.queue = left
    return taken
  }

  private async writeBatch(batch: readonly Waiting[]): Promise<void> {
    const { pool, now, ensureSpace, onUncertainCommit } = this.options
    try {
      await ensureSpace?.()
      const drafts = batch.map(({ draft }) => draft)
      this.answer(batch, await commitMessages(pool, drafts, drafts[0]?.createdAt ?? now()))
    } catch (error) {
      if (isConnectionError(error)) onUncertainCommit()
      if (batch.length === 1 || isConnectionError(error)) for (const waiting of batch) waiting.reject(error)
      else for (const waiting of batch) await this.writeBatch([waiting])
    }
  }

  private answer(batch: readonly Waiting[], verdicts: readonly Verdict[]): void {
    const outcomes = batch.map((waiting, index) => outcomeOf(waiting.draft, verdicts[index]))
    this.options.publish(outcomes.flatMap((outcome) => (outcome.isNew ? [createdEvent(outcome.message)] : [])))
    for (const [index, waiting] of batch.entries()) {
      const outcome = outcomes[index]!
      if (outcome.error) waiting.reject(outcome.error)
      else waiting.resolve(outcome.message)
    }
  }
}

/** What one message of a batch alone may have. A message that waits holds its own back for itself, too. */
const claimsOf = (draft: MessageDraft) => [`${draft.authorId} ${draft.clientMessageId}`, ...fileIdsOf(draft)]
