import type { QueryAnswer } from '@parley/protocol'
import { asAccessToken } from '../access-tokens'
import type { Actor } from '../actor'
import { selectManagedTokens } from '../policies/integration-policy'
import type { Services } from '../services'

/** The tokens that an actor may revoke, newest first. */
export async function listTokens({ store }: Services, actor: Actor): Promise<QueryAnswer<'tokens.list'>> {
  const found = await selectManagedTokens(store.rows, actor)
    .selectAll('access_tokens')
    .orderBy('access_tokens.id', 'desc')
    .execute()
  return { tokens: found.map(asAccessToken) }
}
