import type { Task } from '@parley/protocol'
import type { Database } from './database'
import { asTask } from './rows'

/** Tasks a person may see: those they made, were given, or share a channel with. */
export function selectVisibleTasks(rows: Database, userId: string) {
  return rows
    .selectFrom('tasks')
    .selectAll('tasks')
    .where((where) =>
      where.or([
        where('tasks.created_by', '=', userId),
        where('tasks.assignee_id', '=', userId),
        where(
          'tasks.channel_id',
          'in',
          where.selectFrom('memberships').select('channel_id').where('user_id', '=', userId),
        ),
      ]),
    )
}

/** Open tasks of these channels, for somebody who is a member of them. */
export async function readOpenTasks(rows: Database, channelIds: readonly string[]): Promise<Task[]> {
  if (channelIds.length === 0) return []
  const found = await rows
    .selectFrom('tasks')
    .selectAll()
    .where('channel_id', 'in', [...channelIds])
    .where('status', '=', 'open')
    .orderBy('id')
    .execute()
  return found.map(asTask)
}
