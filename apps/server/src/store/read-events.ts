import type { ChannelState, Event, StreamId, Task } from '@parley/protocol'
import { type Selectable, sql } from 'kysely'
import { readChannelStates } from './channel-states'
import type { Database } from './database'
import { asChannel, asMessage, asTask, asUser } from './rows'
import type { Schema } from './schema'
import { readOpenTasks, selectVisibleTasks } from './visible-tasks'

type EventRow = Selectable<Schema['events']>

/**
 * Events of a stream after a number, oldest first: at most `limit`, fewer when their texts are long. They are stored as ids and numbers; what they speak of is joined
 * as it is now: a message edited since arrives with its new text, and its edit event follows and changes nothing.
 */
export async function readEvents(
  database: Database,
  streamId: string,
  after: number,
  limit: number,
): Promise<readonly Event[]> {
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (rows) => {
      const found = withinBytes(await readRows(rows, streamId, after, limit))
      const subjects = await readSubjects(rows, streamId, found)
      return found.map((row) => asEvent(row, subjects))
    })
}

/** The newest number of each of these streams. */
export async function readLastSeqs(
  database: Database,
  streamIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const found = await database
    .selectFrom('streams')
    .select(['id', 'last_seq'])
    .where('id', 'in', [...streamIds])
    .execute()
  return new Map(found.map((stream) => [stream.id, stream.last_seq]))
}

/** Text of one page; a page holds at least one event, however long. */
const MAX_PAGE_BYTES = 256 * 1024

function readRows(rows: Database, streamId: string, after: number, limit: number) {
  return rows
    .selectFrom('events')
    .leftJoin('messages', 'messages.id', 'events.subject_id')
    .selectAll('events')
    .select(sql<number | null>`octet_length(messages.text)`.as('bytes'))
    .where('events.stream_id', '=', streamId)
    .where('events.seq', '>', after)
    .orderBy('events.seq')
    .limit(limit)
    .execute()
}

function withinBytes<Row extends { readonly bytes: number | null }>(rows: readonly Row[]): readonly Row[] {
  let total = 0
  const end = rows.findIndex((row, index) => {
    total += row.bytes ?? 0
    return index > 0 && total > MAX_PAGE_BYTES
  })
  return end === -1 ? rows : rows.slice(0, end)
}

type Subjects = Awaited<ReturnType<typeof readSubjects>>

async function readSubjects(rows: Database, streamId: string, events: readonly EventRow[]) {
  const ids = (...types: string[]) => [
    ...new Set(events.flatMap((row) => (types.includes(row.type) && row.subject_id ? [row.subject_id] : []))),
  ]
  const messageIds = ids('message-created', 'message-edited', 'message-deleted')
  const taskIds = ids('task-saved')
  const userIds = ids('user-saved')
  const updatedIds = ids('channel-updated')
  const joinedIds = ids('channel-joined')
  const isInbox = events.some((row) => row.type === 'task-saved') && (await isInboxStream(rows, streamId))
  return {
    messages: indexById(
      messageIds.length ? await rows.selectFrom('messages').selectAll().where('id', 'in', messageIds).execute() : [],
    ),
    tasks: indexById(
      taskIds.length
        ? await (isInbox ? selectVisibleTasks(rows, streamId) : rows.selectFrom('tasks').selectAll())
            .where('tasks.id', 'in', taskIds)
            .execute()
        : [],
    ),
    users: indexById(
      userIds.length ? await rows.selectFrom('users').selectAll().where('id', 'in', userIds).execute() : [],
    ),
    channels: indexById(
      updatedIds.length ? await rows.selectFrom('channels').selectAll().where('id', 'in', updatedIds).execute() : [],
    ),
    joined: await readJoined(rows, streamId, joinedIds),
  }
}

/** The channels that the person of this inbox is still in, each with its open tasks. */
async function readJoined(rows: Database, userId: string, channelIds: readonly string[]) {
  if (channelIds.length === 0) return new Map<string, { state: ChannelState; tasks: Task[] }>()
  const states = await readChannelStates(rows, userId, channelIds)
  const tasks = await readOpenTasks(
    rows,
    states.map((state) => state.channel.id),
  )
  return new Map(
    states.map((state) => {
      const { id } = state.channel
      return [id as string, { state, tasks: tasks.filter((task) => task.channelId === id) }]
    }),
  )
}

async function isInboxStream(rows: Database, streamId: string): Promise<boolean> {
  const stream = await rows.selectFrom('streams').select('kind').where('id', '=', streamId).executeTakeFirst()
  return stream?.kind === 'inbox'
}

function indexById<Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}

function asEvent(row: EventRow, subjects: Subjects): Event {
  const placed = { streamId: row.stream_id as StreamId, seq: row.seq, at: row.at.toISOString() }
  return { ...placed, ...readDraft(row, subjects) } as Event
}

function readDraft(row: EventRow, subjects: Subjects): object {
  const id = row.subject_id ?? ''
  switch (row.type) {
    case 'message-created':
      return { type: row.type, message: asMessage(found(subjects.messages, id)) }
    case 'message-edited': {
      const message = asMessage(found(subjects.messages, id))
      return { type: row.type, messageId: id, text: message.text, editedAt: message.editedAt }
    }
    case 'message-deleted':
      return { type: row.type, messageId: id, deletedAt: asMessage(found(subjects.messages, id)).deletedAt }
    case 'member-added':
    case 'member-removed':
      return { type: row.type, userId: id, isAssistant: row.number === 1 }
    case 'channel-updated':
      return { type: row.type, channel: asChannel(found(subjects.channels, id)) }
    case 'channel-joined': {
      // Somebody who left again must not learn what the channel is now: the leaving stands in the joining's place.
      const joined = subjects.joined.get(id)
      return joined ? { type: row.type, ...joined } : { type: 'channel-left', channelId: id }
    }
    case 'channel-left':
      return { type: row.type, channelId: id }
    case 'read-moved':
      return { type: row.type, channelId: id, readNumber: row.number ?? 0 }
    case 'task-saved': {
      const task = subjects.tasks.get(id)
      return task ? { type: row.type, task: asTask(task) } : { type: 'task-hidden', taskId: id }
    }
    case 'task-hidden':
      return { type: row.type, taskId: id }
    case 'user-saved':
      return { type: row.type, user: asUser(found(subjects.users, id)) }
    default:
      throw new Error(`event of unknown type ${row.type}`)
  }
}

function found<Row>(rows: ReadonlyMap<string, Row>, id: string): Row {
  const row = rows.get(id)
  if (!row) throw new Error(`an event speaks of ${id}, which is not stored`)
  return row
}
