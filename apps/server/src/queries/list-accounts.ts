import type { QueryAnswer, QueryInput } from '@parley/protocol'
import type { Actor } from '../actor'
import type { Services } from '../services'
import { asAccount } from '../store/rows'

/** People with their addresses, for administrators. */
export async function listAccounts(
  { store }: Services,
  actor: Actor,
  { userIds }: QueryInput<'users.list'>,
): Promise<QueryAnswer<'users.list'>> {
  if (userIds?.length === 0) return { users: [] }
  const all = store.rows.selectFrom('users').selectAll().where('workspace_id', '=', actor.workspaceId).orderBy('id')
  const found = await (userIds ? all.where('id', 'in', userIds) : all).execute()
  return { users: found.map(asAccount) }
}
