import type { Cursors, QueryAnswer, StreamId } from '@parley/protocol'
import type { Actor } from '../actor'
import { selectVisiblePeople } from '../policies/visible-people'
import type { Services } from '../services'
import { readChannelStates } from '../store/channel-states'
import type { Database } from '../store/database'
import { asAccount, asTask, asUser } from '../store/rows'
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
      channels,
      tasks: tasks.map(asTask),
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
