import type { Database } from './database'

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
