import type { ChannelId, Event, Mentions, Message, MessageCard, MessageId, StreamId, UserId } from '@parley/protocol'
import { ParleyError } from '@parley/protocol'
import type { Pool } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { hashPayload, storeText } from './content'
import { isConnectionError } from './database-errors'
import { jsonText } from './json-text'
import { retryConflicts } from './retry-conflicts'
import type { EnsureSpace } from './storage-guard'
import type { Publish } from './write'

/** A message as its sender gives it. */
export interface MessageDraft {
  readonly workspaceId: string
  readonly channelId: string
  readonly authorId: string
  readonly clientMessageId: string
  readonly threadId: string | null
  /** A reply that the channel shows too. */
  readonly isAlsoInChannel?: boolean
  readonly text: string
  readonly card: MessageCard | null
  /** Whom it names; nobody when left out. */
  readonly mentions?: Mentions
  /** When it was said, for messages that come from elsewhere. Default: now. */
  readonly createdAt?: Date
}

export interface MessageWriter {
  /** Resolves when the message is durably stored, with the first answer when it was stored before. */
  store(draft: MessageDraft): Promise<Message>
}

interface Waiting {
  readonly draft: MessageDraft
  readonly resolve: (message: Message) => void
  readonly reject: (error: unknown) => void
}

interface Verdict {
  readonly outcome: 'stored' | 'repeated' | 'reused' | 'no_channel' | 'not_a_member' | 'archived' | 'no_thread'
  readonly id: string
  readonly seq: number
  readonly message_number: number
  readonly reply_number: number | null
  readonly thread_author_id: string | null
  readonly created_at: Date
}

export interface MessageWriterOptions {
  readonly pool: Pool
  readonly publish: Publish
  readonly now: () => Date
  /** A commit may have happened without its answer arriving: the feed has to look for itself. */
  readonly onUncertainCommit: () => void
  readonly ensureSpace?: EnsureSpace | undefined
  readonly maxBatch?: number
}

/**
 * Group commit: messages that arrive while a commit is under way are written together in the next one.
 * One batch is in flight at a time, so order of arrival is order of numbers.
 */
export function createMessageWriter(options: MessageWriterOptions): MessageWriter {
  const maxBatch = options.maxBatch ?? 512
  let queue: Waiting[] = []
  let isWriting = false

  async function writeUntilEmpty(): Promise<void> {
    while (queue.length > 0) {
      const batch = takeBatch()
      await writeBatch(batch)
    }
    isWriting = false
  }

  /**
   * At most one of each client id: the second of two equal ones must see what the first has stored. And one time for
   * all: a message that brings its own goes with others of the same only.
   */
  function takeBatch(): Waiting[] {
    const taken = new Map<string, Waiting>()
    const left: Waiting[] = []
    const at = queue[0]?.draft.createdAt?.getTime()
    for (const waiting of queue) {
      const key = `${waiting.draft.authorId} ${waiting.draft.clientMessageId}`
      const isOfThisTime = waiting.draft.createdAt?.getTime() === at
      if (isOfThisTime && taken.size < maxBatch && !taken.has(key)) taken.set(key, waiting)
      else left.push(waiting)
    }
    queue = left
    return [...taken.values()]
  }

  async function writeBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      await options.ensureSpace?.()
      const verdicts = await commitMessages(options, batch)
      answer(batch, verdicts)
    } catch (error) {
      if (isConnectionError(error)) options.onUncertainCommit()
      if (batch.length === 1 || isConnectionError(error)) for (const waiting of batch) waiting.reject(error)
      else for (const waiting of batch) await writeBatch([waiting])
    }
  }

  function answer(batch: readonly Waiting[], verdicts: readonly Verdict[]): void {
    const outcomes = batch.map((waiting, index) => outcomeOf(waiting.draft, verdicts[index]))
    options.publish(outcomes.flatMap((outcome) => (outcome.isNew ? [createdEvent(outcome.message)] : [])))
    for (const [index, waiting] of batch.entries()) {
      const outcome = outcomes[index]!
      if (outcome.error) waiting.reject(outcome.error)
      else waiting.resolve(outcome.message)
    }
  }

  return {
    store: (draft) =>
      new Promise((resolve, reject) => {
        queue.push({ draft, resolve, reject })
        // In the next turn of the event loop, so that all that arrived in this one share a commit.
        if (!isWriting) {
          isWriting = true
          setImmediate(() => void writeUntilEmpty())
        }
      }),
  }
}

async function commitMessages(options: MessageWriterOptions, batch: readonly Waiting[]): Promise<Verdict[]> {
  const drafts = batch.map((waiting) => waiting.draft)
  const { rows } = await retryConflicts(() =>
    options.pool.query<Verdict>({
      name: 'commit-messages',
      text: `select outcome, id, seq, message_number, reply_number, thread_author_id, created_at
             from commit_messages($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13)`,
      values: [
        drafts.map(() => uuidv7()),
        drafts.map((draft) => draft.workspaceId),
        drafts.map((draft) => draft.channelId),
        drafts.map((draft) => draft.authorId),
        drafts.map((draft) => draft.clientMessageId),
        drafts.map((draft) => hashPayload(draft)),
        drafts.map((draft) => draft.threadId),
        drafts.map((draft) => draft.isAlsoInChannel ?? false),
        drafts.map((draft) => storeText(draft.text)),
        drafts.map((draft) => (draft.card ? jsonText(draft.card) : null)),
        drafts.map((draft) => `{${namedIn(draft).join(',')}}`),
        drafts.map((draft) => draft.mentions?.isForEveryone ?? false),
        batch[0]?.draft.createdAt ?? options.now(),
      ],
    }),
  )
  return rows
}

/** Nobody calls themselves. */
const namedIn = ({ mentions, authorId }: MessageDraft) => (mentions?.userIds ?? []).filter((id) => id !== authorId)

type Outcome =
  | { readonly error: ParleyError; readonly isNew: false; readonly message?: never }
  | { readonly error: null; readonly isNew: boolean; readonly message: Message }

function outcomeOf(draft: MessageDraft, verdict: Verdict | undefined): Outcome {
  switch (verdict?.outcome) {
    case 'stored':
    case 'repeated':
      return { error: null, isNew: verdict.outcome === 'stored', message: asSent(draft, verdict) }
    case 'reused':
      return refused(new ParleyError('client_message_id_reused', { clientMessageId: draft.clientMessageId }))
    case 'not_a_member':
      return refused(new ParleyError('not_a_member', { channelId: draft.channelId }))
    case 'archived':
      return refused(new ParleyError('channel_archived', { channelId: draft.channelId }))
    case 'no_thread':
      return refused(new ParleyError('not_found', { kind: 'message', id: draft.threadId }))
    case 'no_channel':
      return refused(new ParleyError('not_found', { kind: 'channel', id: draft.channelId }))
    default:
      throw new Error('commit_messages gave no verdict for a message')
  }
}

const refused = (error: ParleyError): Outcome => ({ error, isNew: false })

function asSent(draft: MessageDraft, verdict: Verdict): Message {
  return {
    id: verdict.id as MessageId,
    channelId: draft.channelId as ChannelId,
    seq: verdict.seq,
    messageNumber: verdict.message_number,
    threadId: draft.threadId as MessageId | null,
    replyNumber: verdict.reply_number,
    isAlsoInChannel: draft.threadId !== null && (draft.isAlsoInChannel ?? false),
    threadAuthorId: verdict.thread_author_id as UserId | null,
    replyCount: 0,
    lastReplyAt: null,
    authorId: draft.authorId as UserId,
    clientMessageId: draft.clientMessageId,
    text: draft.text,
    mentions: namedIn(draft),
    isForEveryone: draft.mentions?.isForEveryone ?? false,
    reactions: [],
    pinnedAt: null,
    pinnedBy: null,
    createdAt: verdict.created_at.toISOString(),
    editedAt: null,
    deletedAt: null,
    card: draft.card,
  }
}

function createdEvent(message: Message): Event {
  return {
    type: 'message-created',
    streamId: message.channelId as string as StreamId,
    seq: message.seq,
    at: message.createdAt,
    message,
  }
}
