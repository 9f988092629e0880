import type { Event, StreamId } from '@parley/protocol'
import { type Insertable, sql } from 'kysely'
import type { Database, DatabaseTransaction } from './database'
import { isConnectionError } from './database-errors'
import { retryConflicts } from './retry-conflicts'
import type { Schema } from './schema'
import type { EnsureSpace } from './storage-guard'

/** An event before it has its place: without stream, number and time. */
export type EventDraft = Event extends infer E ? (E extends Event ? Omit<E, 'streamId' | 'seq' | 'at'> : never) : never

/** Called after the commit, with events in the order they were appended. */
export type Publish = (events: readonly Event[]) => void

export interface Write {
  readonly rows: DatabaseTransaction
  /** Gives the event its stream's next number. The stream must be among the locked ones, or made here. */
  append(streamId: string, draft: EventDraft): Event
  /** The number of the stream's newest event, the ones appended here included. */
  lastSeq(streamId: string): number
  /** Makes a stream, in this transaction. */
  createStream(id: string, kind: 'channel' | 'inbox' | 'workspace'): Promise<void>
}

/** What every commit needs, of a message or of anything else. */
export interface CommitOptions {
  readonly publish: Publish
  readonly now: () => Date
  /** A commit may have happened without its answer arriving: the feed has to look for itself. */
  readonly onUncertainCommit: () => void
  /** Left out where the disk is not ours to watch. */
  readonly ensureSpace?: EnsureSpace | undefined
}

export interface WriteOptions extends CommitOptions {
  readonly database: Database
  readonly workspaceId: string
  /** Every stream that will get events; locked first, in one order for everybody. */
  readonly streamIds: readonly string[]
}

/**
 * One transaction that numbers its events: lock the streams, work, store the events, commit, publish.
 * Deadlocks and serialisation failures are tried again; the work must therefore have no effects of its own.
 */
export async function write<Result>(options: WriteOptions, work: (write: Write) => Promise<Result>): Promise<Result> {
  await options.ensureSpace?.()
  try {
    const { result, events } = await retryConflicts(() => commit(options, work))
    options.publish(events)
    return result
  } catch (error) {
    if (isConnectionError(error)) options.onUncertainCommit()
    throw error
  }
}

function commit<Result>(options: WriteOptions, work: (write: Write) => Promise<Result>) {
  return options.database.transaction().execute(async (rows) => {
    const pending = new PendingEvents(rows, options)
    await pending.lock(options.streamIds)
    const result = await work(pending)
    await pending.store()
    return { result, events: pending.events }
  })
}

class PendingEvents implements Write {
  readonly events: Event[] = []
  private readonly lastSeqs = new Map<string, number>()

  constructor(
    readonly rows: DatabaseTransaction,
    private readonly options: WriteOptions,
  ) {}

  async lock(streamIds: readonly string[]): Promise<void> {
    if (streamIds.length === 0) return
    const locked = await this.rows
      .selectFrom('streams')
      .select(['id', 'last_seq'])
      .where('id', 'in', [...new Set(streamIds)])
      .orderBy('id')
      .forUpdate()
      .execute()
    for (const stream of locked) this.lastSeqs.set(stream.id, stream.last_seq)
  }

  async createStream(id: string, kind: 'channel' | 'inbox' | 'workspace'): Promise<void> {
    await this.rows.insertInto('streams').values({ id, kind, workspace_id: this.options.workspaceId }).execute()
    this.lastSeqs.set(id, 0)
  }

  // Commands take these out of the object, so they carry their `this` along.
  readonly lastSeq = (streamId: string): number => {
    const seq = this.lastSeqs.get(streamId)
    if (seq === undefined) throw new Error(`stream ${streamId} was not locked`)
    return seq
  }

  readonly append = (streamId: string, draft: EventDraft): Event => {
    const seq = this.lastSeq(streamId) + 1
    this.lastSeqs.set(streamId, seq)
    const event = { ...draft, streamId: streamId as StreamId, seq, at: this.options.now().toISOString() } as Event
    this.events.push(event)
    return event
  }

  async store(): Promise<void> {
    if (this.events.length === 0) return
    await this.rows
      .insertInto('events')
      .values(this.events.map((event) => ({ ...eventRow(event), workspace_id: this.options.workspaceId })))
      .execute()
    const ids = [...new Set(this.events.map((event) => event.streamId as string))]
    const seqs = ids.map((id) => this.lastSeq(id))
    await sql`update streams s set last_seq = latest.seq
      from unnest(${ids}::uuid[], ${seqs}::bigint[]) as latest (id, seq) where s.id = latest.id`.execute(this.rows)
  }
}

/** Ids and numbers: what is not one of these is joined when the event is read (`read-events.ts`). */
function eventRow(event: Event) {
  return { stream_id: event.streamId, seq: event.seq, type: event.type, at: event.at, ...eventSubject(event) }
}

type Subject = Pick<Insertable<Schema['events']>, 'subject_id' | 'number' | 'other_id' | 'detail'>

const about = (subjectId: string, more: Partial<Subject> = {}): Subject => ({
  subject_id: subjectId,
  number: null,
  other_id: null,
  detail: null,
  ...more,
})

function eventSubject(event: Event): Subject {
  switch (event.type) {
    case 'message-created':
      return about(event.message.id)
    case 'message-edited':
    case 'message-deleted':
    case 'message-pinned':
    case 'reply-linked':
    case 'poll-counted':
    case 'poll-closed':
      return about(event.messageId)
    case 'message-reacted':
      return about(event.messageId, { number: event.isAdded ? 1 : 0, other_id: event.userId, detail: event.emoji })
    case 'poll-voted':
      return about(event.messageId, { other_id: event.userId })
    case 'member-added':
    case 'member-removed':
      return about(event.userId, { number: event.isAssistant ? 1 : 0 })
    case 'moderator-changed':
      return about(event.userId, { number: event.isModerator ? 1 : 0 })
    case 'channel-updated':
      return about(event.channel.id)
    case 'channel-joined':
      return about(event.state.channel.id)
    case 'channel-left':
    case 'channel-preferences-saved':
      return about(event.channelId)
    case 'read-moved':
      return about(event.channelId, { number: event.readNumber })
    case 'thread-saved':
      return about(event.thread.threadId, { other_id: event.thread.channelId })
    case 'message-saved':
      return about(event.messageId, { number: event.isSaved ? 1 : 0 })
    case 'draft-saved':
      return about(event.draft.channelId, { other_id: event.draft.threadId })
    case 'scheduled-message-saved':
      return about(event.scheduled.id)
    case 'scheduled-message-removed':
      return about(event.scheduledMessageId)
    case 'reminder-saved':
      return about(event.reminder.id)
    case 'reminder-removed':
      return about(event.reminderId)
    case 'command-invoked':
      return about(event.invocationId)
    case 'command-answered':
      return about(event.answerId)
    case 'task-saved':
      return about(event.task.id)
    case 'task-hidden':
      return about(event.taskId)
    case 'user-saved':
      return about(event.user.id)
    case 'group-saved':
      return about(event.group.id)
    case 'user-changed':
    case 'group-changed':
      throw new Error(`${event.type} is made when a guest is given what others get, and never stored`)
  }
}
