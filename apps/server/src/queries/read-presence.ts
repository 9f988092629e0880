import type { QueryAnswer, QueryInput, UserId } from '@parley/protocol'
import type { Actor } from '../actor'
import { selectVisiblePeople } from '../policies/visible-people'
import type { Services } from '../services'
import type { Database } from '../store/database'

export async function readPresence(
  { store, live }: Services,
  actor: Actor,
  { userIds }: QueryInput<'users.presence'>,
): Promise<QueryAnswer<'users.presence'>> {
  return { people: [...live.presenceOf(await readVisibleIds(store.rows, actor, userIds))] }
}

/** Those of these people whom the actor may know of. */
export async function readVisibleIds(
  rows: Database,
  actor: Pick<Actor, 'userId' | 'workspaceId' | 'role'>,
  userIds: readonly string[],
): Promise<UserId[]> {
  if (userIds.length === 0) return []
  const visible = await selectVisiblePeople(rows, actor)
    .where('users.id', 'in', [...userIds])
    .execute()
  return visible.map((user) => user.id as UserId)
}
