import type { Selectable } from 'kysely'
import { readChannelStates } from './channel-states'
import type { Database } from './database'
import { readDrafts } from './drafts'
import { readVotes } from './polls'
import { readInvocations, readPrivateAnswers } from './read-invocations'
import { asMessages } from './read-messages'
import { readReminders } from './reminders'
import { asChannel, asTask, asUser } from './rows'
import { readScheduled } from './scheduled-messages'
import type { Schema } from './schema'
import { readThreadStates, readThreadStatesById } from './thread-states'
import { readGroups } from './user-groups'
import { readOpenTasks, selectVisibleTasks } from './visible-tasks'

export type EventRow = Selectable<Schema['events']>
export type Subjects = Awaited<ReturnType<typeof readSubjects>>

/** Events that bear what has become of a message. */
export const ABOUT_MESSAGES: readonly string[] = [
  'message-created',
  'message-edited',
  'message-deleted',
  'message-pinned',
  'reply-linked',
  'poll-counted',
  'poll-closed',
]
const ABOUT_MEMBERSHIPS = ['channel-joined', 'read-moved', 'channel-preferences-saved']

/** What the events of one stream speak of, as it is now. An inbox bears the id of its person. */
export async function readSubjects(rows: Database, streamId: string, events: readonly EventRow[]) {
  const ids = (...types: string[]) => [
    ...new Set(events.flatMap((row) => (types.includes(row.type) && row.subject_id ? [row.subject_id] : []))),
  ]
  return {
    messages: await readMessages(rows, ids(...ABOUT_MESSAGES)),
    votes: await readVotes(rows, ids('poll-voted')),
    tasks: await readTasks(rows, streamId, ids('task-saved')),
    users: await readUsers(rows, ids('user-saved')),
    groups: indexById(await readGroups(rows, ids('group-saved'))),
    channels: await readChannels(rows, ids('channel-updated')),
    memberships: await readMemberships(rows, streamId, ids(...ABOUT_MEMBERSHIPS)),
    openTasks: await readOpenTasks(rows, ids('channel-joined')),
    threadsOfJoined: await readThreadsOf(rows, streamId, ids('channel-joined')),
    threads: await readThreadStatesById(rows, streamId, ids('thread-saved')),
    scheduled: indexById(await readScheduled(rows, streamId, ids('scheduled-message-saved'))),
    reminders: indexById(await readReminders(rows, streamId, ids('reminder-saved'))),
    drafts: await readDraftsFor(rows, streamId, ids('draft-saved')),
    invocations: await readInvocations(rows, ids('command-invoked')),
    privateAnswers: await readPrivateAnswers(rows, ids('command-answered')),
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
