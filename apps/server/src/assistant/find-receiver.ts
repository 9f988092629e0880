import type { Receiver } from '@parley/dialogue'
import type { Actor } from '../actor'
import type { Store } from '../store/store'

/**
 * Who takes over from the assistant: an administrator with an open session, who signed in last; the one who asks does not
 * count, and nobody is better than somebody who will never look.
 */
export async function findReceiver({ rows, now }: Store, actor: Actor): Promise<Receiver | null> {
  const found = await rows
    .selectFrom('users')
    .innerJoin('sessions', 'sessions.user_id', 'users.id')
    .select(['users.id', 'users.name'])
    .where('users.workspace_id', '=', actor.workspaceId)
    .where('users.role', 'in', ['owner', 'administrator'])
    .where('users.kind', '=', 'person')
    .where('users.is_active', '=', true)
    .where('users.id', '!=', actor.userId)
    .where('sessions.expires_at', '>', now())
    .orderBy('sessions.created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}
