import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { ParleyError } from '@parley/protocol'
import type { Database } from '../../store/database'

/** A new token for the set-up link; the one before it, if any, no longer works. */
export async function issueSetupToken(rows: Database, workspaceId: string): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  const token_hash = hashSetupToken(token)
  await rows
    .insertInto('setup_tokens')
    .values({ workspace_id: workspaceId, token_hash })
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet({ token_hash }))
    .execute()
  return token
}

/** @throws ParleyError `setup_token_invalid` */
export async function requireSetupToken(rows: Database, workspaceId: string, token: string): Promise<void> {
  const expected = await rows
    .selectFrom('setup_tokens')
    .select('token_hash')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst()
  if (!expected || !timingSafeEqual(expected.token_hash, hashSetupToken(token))) {
    throw new ParleyError('setup_token_invalid')
  }
}

function hashSetupToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
