import { sql } from 'kysely'
import type { Actor } from '../actor'
import type { Database } from '../store/database'

/**
 * Whom an actor may know of: everybody of the workspace; a guest those who are or were in a channel with them, since
 * what these wrote still stands there, and the assistant.
 */
export function selectVisiblePeople(rows: Database, actor: Pick<Actor, 'userId' | 'workspaceId' | 'role'>) {
  const everybody = rows.selectFrom('users').selectAll('users').where('users.workspace_id', '=', actor.workspaceId)
  if (actor.role !== 'guest') return everybody
  return everybody.where((where) =>
    where.or([
      where('users.id', '=', actor.userId),
      where('users.kind', '<>', 'person'),
      where(
        'users.id',
        'in',
        where
          .selectFrom('memberships')
          .innerJoin('events', 'events.stream_id', 'memberships.channel_id')
          .select(sql<string>`events.subject_id`.as('user_id'))
          .where('memberships.user_id', '=', actor.userId)
          .where('events.type', '=', 'member-added'),
      ),
    ]),
  )
}
