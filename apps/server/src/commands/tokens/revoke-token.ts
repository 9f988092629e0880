import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { selectManagedTokens } from '../../policies/integration-policy'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import type { Database } from '../../store/database'

/** What is done with the token ends at once, on sockets too. */
export async function revokeToken(
  { store, sessions, sockets }: Services,
  actor: Actor,
  input: CommandInput<'tokens.revoke'>,
): Promise<CommandAnswer<'tokens.revoke'>> {
  await store.write(actor.workspaceId, [], ({ rows }) => deleteToken(rows, actor, store.now(), input.tokenId))
  sessions.forgetToken(input.tokenId)
  sockets.closeWhere(({ sessionId }) => sessionId === input.tokenId)
  return {}
}

async function deleteToken(rows: Database, actor: Actor, at: Date, tokenId: string): Promise<void> {
  const token = await selectManagedTokens(rows, actor)
    .select(['access_tokens.id', 'access_tokens.name'])
    .where('access_tokens.id', '=', tokenId)
    .executeTakeFirst()
  if (!token) throw new ParleyError('not_found', { kind: 'token', id: tokenId })
  await rows.deleteFrom('access_tokens').where('id', '=', tokenId).execute()
  await recordAudit(rows, actor, at, { kind: 'token-revoked', subject: token })
}
