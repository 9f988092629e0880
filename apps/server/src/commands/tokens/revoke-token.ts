import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { selectManagedTokens } from '../../policies/integration-policy'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'

/** What is done with the token ends at once, on sockets too. */
export async function revokeToken(
  { store, sessions, sockets }: Services,
  actor: Actor,
  input: CommandInput<'tokens.revoke'>,
): Promise<CommandAnswer<'tokens.revoke'>> {
  const token = await selectManagedTokens(store.rows, actor)
    .select(['access_tokens.id', 'access_tokens.name'])
    .where('access_tokens.id', '=', input.tokenId)
    .executeTakeFirst()
  if (!token) throw new ParleyError('not_found', { kind: 'token', id: input.tokenId })
  await sessions.endToken(token.id)
  sockets.closeWhere(({ sessionId }) => sessionId === token.id)
  await recordAudit(store.rows, actor, store.now(), {
    kind: 'token-revoked',
    subject: { id: token.id, name: token.name },
  })
  return {}
}
