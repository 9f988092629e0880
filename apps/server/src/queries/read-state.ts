import type { Cursors, MessageId, QueryAnswer, StreamId } from '@parley/protocol'
import type { Actor } from '../actor'
import { selectVisiblePeople } from '../policies/visible-people'
import type { Services } from '../services'
import { readChannelStates } from '../store/channel-states'
import type { Database } from '../store/database'
import { readDrafts } from '../store/drafts'
import { readReminders } from '../store/reminders'
import { asAccount, asTask, asUser } from '../store/rows'
import { readScheduled } from '../store/scheduled-messages'
import { readThreadStates } from '../store/thread-states'
import { readOpenGroups } from '../store/user-groups'
import { selectVisibleTasks } from '../store/visible-tasks'

/** What the actor sees and the stream positions it is true for, in one snapshot. */
export function readState({ store, version }: Services, actor: Actor): Promise<QueryAnswer<'state'>> {
  return store.snapshot(async (rows) => {
    const workspace = await rows
      .selectFrom('workspaces')
      .select(['id', 'name'])
      .where('id', '=', actor.workspaceId)
      .executeTakeFirstOrThrow()
    const users = await selectVisiblePeople(rows, actor).execute()
    const channels = await readChannelStates(rows, actor.userId)
    const tasks = await selectVisibleTasks(rows, actor.userId).where('tasks.status', '=', 'open').execute()
    const me = users.find((user) => user.id === actor.userId)
    if (!me) throw new Error('the actor is not among the users')
    return {
      version,
      workspace: { id: workspace.id as QueryAnswer<'state'>['workspace']['id'], name: workspace.name },
      me: asAccount(me),
      users: users.map(asUser),
      groups: actor.role === 'guest' ? [] : await readOpenGroups(rows, actor.workspaceId),
      channels,
      tasks: tasks.map(asTask),
      threads: await readThreadStates(rows, actor.userId),
      savedMessageIds: await readSavedMessageIds(rows, actor.userId),
      scheduledMessages: await readScheduled(rows, actor.userId),
      reminders: await readReminders(rows, actor.userId),
      drafts: await readDrafts(rows, actor.userId),
      cursors: {
        ...(await readCursors(rows, [actor.workspaceId, actor.userId])),
        ...Object.fromEntries(channels.map((state) => [state.channel.id, state.cursor])),
      },
    }
  })
}

async function readCursors(rows: Database, streamIds: readonly string[]): Promise<Cursors> {
  const streams = await rows
    .selectFrom('streams')
    .select(['id', 'last_seq'])
    .where('id', 'in', [...streamIds])
    .execute()
  return Object.fromEntries(streams.map((stream) => [stream.id as StreamId, stream.last_seq]))
}

const SAVED_LIMIT = 1_000

async function readSavedMessageIds(rows: Database, userId: string): Promise<MessageId[]> {
  const saved = await rows
    .selectFrom('saved_messages')
    .select('message_id')
    .where('user_id', '=', userId)
    .orderBy('saved_at', 'desc')
    .limit(SAVED_LIMIT)
    .execute()
  return saved.map((row) => row.message_id as MessageId)
}
