import type { Event, StreamId } from '@parley/protocol'
import type { Selectable } from 'kysely'
import { readChannelStates } from './channel-states'
import type { Database } from './database'
import { readDrafts } from './drafts'
import { asMessages } from './read-messages'
import { asChannel, asTask, asUser } from './rows'
import type { Schema } from './schema'
import { readThreadStates, readThreadStatesById } from './thread-states'
import { readOpenTasks, selectVisibleTasks } from './visible-tasks'

export type EventRow = Selectable<Schema['events']>
export type Subjects = Awaited<ReturnType<typeof readSubjects>>

const ABOUT_MESSAGES = ['message-created', 'message-edited', 'message-deleted', 'message-pinned']
const ABOUT_MEMBERSHIPS = ['channel-joined', 'read-moved', 'channel-preferences-saved']

/** What the events of one stream speak of, as it is now. An inbox bears the id of its person. */
export async function readSubjects(rows: Database, streamId: string, events: readonly EventRow[]) {
  const ids = (...types: string[]) => [
    ...new Set(events.flatMap((row) => (types.includes(row.type) && row.subject_id ? [row.subject_id] : []))),
  ]
  return {
    messages: await readMessages(rows, ids(...ABOUT_MESSAGES)),
    tasks: await readTasks(rows, streamId, ids('task-saved')),
    users: await readUsers(rows, ids('user-saved')),
    channels: await readChannels(rows, ids('channel-updated')),
    memberships: await readMemberships(rows, streamId, ids(...ABOUT_MEMBERSHIPS)),
    openTasks: await readOpenTasks(rows, ids('channel-joined')),
    threadsOfJoined: await readThreadsOf(rows, streamId, ids('channel-joined')),
    threads: await readThreadStatesById(rows, streamId, ids('thread-saved')),
    drafts: await readDraftsFor(rows, streamId, ids('draft-saved')),
  }
}

async function readMessages(rows: Database, ids: readonly string[]) {
  if (ids.length === 0) return indexById([])
  const found = await rows
    .selectFrom('messages')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return indexById(await asMessages(rows, found))
}

async function readTasks(rows: Database, streamId: string, ids: readonly string[]) {
  if (ids.length === 0) return indexById([])
  const visible = (await isInbox(rows, streamId))
    ? selectVisibleTasks(rows, streamId)
    : rows.selectFrom('tasks').selectAll()
  return indexById((await visible.where('tasks.id', 'in', [...ids]).execute()).map(asTask))
}

async function isInbox(rows: Database, streamId: string): Promise<boolean> {
  const stream = await rows.selectFrom('streams').select('kind').where('id', '=', streamId).executeTakeFirst()
  return stream?.kind === 'inbox'
}

async function readUsers(rows: Database, ids: readonly string[]) {
  if (ids.length === 0) return indexById([])
  const found = await rows
    .selectFrom('users')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return indexById(found.map(asUser))
}

async function readChannels(rows: Database, ids: readonly string[]) {
  if (ids.length === 0) return indexById([])
  const found = await rows
    .selectFrom('channels')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return indexById(found.map(asChannel))
}

/** The channels that the person of this inbox is still in. */
async function readMemberships(rows: Database, userId: string, channelIds: readonly string[]) {
  const states = channelIds.length === 0 ? [] : await readChannelStates(rows, userId, channelIds)
  return new Map(states.map((state) => [state.channel.id as string, state]))
}

const readThreadsOf = async (rows: Database, userId: string, channelIds: readonly string[]) =>
  channelIds.length === 0 ? [] : readThreadStates(rows, userId, channelIds)

const readDraftsFor = async (rows: Database, userId: string, channelIds: readonly string[]) =>
  channelIds.length === 0 ? [] : readDrafts(rows, userId, channelIds)

function indexById<Entity extends { readonly id: string }>(entities: readonly Entity[]): Map<string, Entity> {
  return new Map(entities.map((entity) => [entity.id, entity]))
}

/** The stored row with what it speaks of, as it goes over the wire. */
export function joinEvent(row: EventRow, subjects: Subjects): Event {
  const placed = { streamId: row.stream_id as StreamId, seq: row.seq, at: row.at.toISOString() }
  return { ...placed, ...join(row, subjects) } as Event
}

function join(row: EventRow, subjects: Subjects): object {
  const id = row.subject_id ?? ''
  const { type } = row
  switch (type) {
    case 'message-created':
      return { type, message: found(subjects.messages, id) }
    case 'message-edited': {
      const { text, editedAt } = found(subjects.messages, id)
      return { type, messageId: id, text, editedAt }
    }
    case 'message-deleted': {
      const { threadId, isAlsoInChannel, messageNumber, deletedAt } = found(subjects.messages, id)
      const isInChannel = threadId === null || isAlsoInChannel
      return { type, messageId: id, messageNumber: isInChannel ? messageNumber : null, deletedAt }
    }
    case 'message-pinned': {
      const { pinnedAt, pinnedBy } = found(subjects.messages, id)
      return { type, messageId: id, pinnedAt, pinnedBy }
    }
    case 'message-reacted':
      return { type, messageId: id, userId: row.other_id, emoji: row.detail, isAdded: row.number === 1 }
    case 'member-added':
    case 'member-removed':
      return { type, userId: id, isAssistant: row.number === 1 }
    case 'channel-updated':
      return { type, channel: found(subjects.channels, id) }
    case 'channel-joined':
    case 'read-moved':
    case 'channel-preferences-saved':
      return joinMembership(type, id, subjects)
    case 'channel-left':
      return { type, channelId: id }
    case 'thread-saved': {
      const thread = subjects.threads.get(id)
      return thread ? { type, thread } : { type: 'channel-left', channelId: row.other_id }
    }
    case 'message-saved':
      return { type, messageId: id, isSaved: row.number === 1 }
    case 'draft-saved':
      return { type, draft: draftOf(row, subjects) }
    case 'task-saved': {
      const task = subjects.tasks.get(id)
      return task ? { type, task } : { type: 'task-hidden', taskId: id }
    }
    case 'task-hidden':
      return { type, taskId: id }
    case 'user-saved':
      return { type, user: found(subjects.users, id) }
    default:
      throw new Error(`event of unknown type ${type}`)
  }
}

/** Somebody who left again must not learn what the channel is now: the leaving stands in the event's place. */
function joinMembership(type: string, channelId: string, subjects: Subjects): object {
  const state = subjects.memberships.get(channelId)
  if (!state) return { type: 'channel-left', channelId }
  const { readNumber, unreadMentions, lastMessageNumber, notificationLevel, isMuted, isStarred } = state
  switch (type) {
    case 'read-moved':
      return { type, channelId, readNumber, unreadMentions, lastMessageNumber }
    case 'channel-preferences-saved':
      return { type, channelId, notificationLevel, isMuted, isStarred }
    default: {
      const isHere = (it: { readonly channelId: string | null }) => it.channelId === channelId
      return { type, state, tasks: subjects.openTasks.filter(isHere), threads: subjects.threadsOfJoined.filter(isHere) }
    }
  }
}

/** A draft that was dropped since is told as dropped already. */
function draftOf(row: EventRow, subjects: Subjects): object {
  const held = subjects.drafts.find((it) => it.channelId === row.subject_id && it.threadId === row.other_id)
  return held ?? { channelId: row.subject_id, threadId: row.other_id, text: '', savedAt: row.at.toISOString() }
}

function found<Entity>(entities: ReadonlyMap<string, Entity>, id: string): Entity {
  const entity = entities.get(id)
  if (!entity) throw new Error(`an event speaks of ${id}, which is not stored`)
  return entity
}
