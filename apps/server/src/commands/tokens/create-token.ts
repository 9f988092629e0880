import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import { asAccessToken, createSecret } from '../../access-tokens'
import type { Actor } from '../../actor'
import { requireMayRunAs } from '../../policies/integration-policy'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'

const DAY_MS = 24 * 60 * 60 * 1000
/** Tokens of one user. */
const LIMIT = 50

/** A token carries at most its owner's own rights: its scopes only narrow them. */
export async function createToken(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'tokens.create'>,
): Promise<CommandAnswer<'tokens.create'>> {
  const { secret, hash, hint } = createSecret()
  const userId = input.userId ?? actor.userId
  const now = store.now()
  const accessToken = await store.write(actor.workspaceId, [userId], async ({ rows }) => {
    await requireMayRunAs(rows, actor, userId)
    const { count } = await rows
      .selectFrom('access_tokens')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('user_id', '=', userId)
      .executeTakeFirstOrThrow()
    if (count >= LIMIT) throw new ParleyError('too_many_tokens', { limit: LIMIT })
    const row = await rows
      .insertInto('access_tokens')
      .values({
        id: uuidv7(),
        workspace_id: actor.workspaceId,
        user_id: userId,
        name: input.name.trim(),
        hint,
        token_hash: hash,
        scopes: [...new Set(input.scopes)],
        created_by: actor.userId,
        created_at: now,
        expires_at: input.expiresInDays === null ? null : new Date(now.getTime() + input.expiresInDays * DAY_MS),
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await recordAudit(rows, actor, now, { kind: 'token-created', subject: { id: row.id, name: row.name } })
    return asAccessToken(row)
  })
  return { token: secret, accessToken }
}
