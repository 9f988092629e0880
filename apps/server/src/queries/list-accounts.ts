import type { QueryAnswer } from '@parley/protocol'
import type { Actor } from '../actor'
import type { Services } from '../services'
import { asAccount } from '../store/rows'

/** Everybody with their addresses, for administrators. */
export async function listAccounts({ store }: Services, actor: Actor): Promise<QueryAnswer<'users.list'>> {
  const found = await store.rows
    .selectFrom('users')
    .selectAll()
    .where('workspace_id', '=', actor.workspaceId)
    .orderBy('id')
    .execute()
  return { users: found.map(asAccount) }
}
