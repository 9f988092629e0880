import { hash, randomBytes } from 'node:crypto'
import type { AccessToken, Scope } from '@parley/protocol'
import { type Selectable, sql } from 'kysely'
import { type Actor, actorOf } from './actor'
import type { Database } from './store/database'
import type { AccessTokenTable } from './store/integration-tables'
import { asUser } from './store/rows'

/** How secrets of Parley begin, so that scanners of source code know them when they were committed by mistake. */
const TOKEN_PREFIX = 'prl_'
const HINT_LENGTH = 12

/** A secret of 256 random bits, what is stored of it, and what is shown of it later. */
export function createSecret(prefix: string = TOKEN_PREFIX) {
  const secret = prefix + randomBytes(32).toString('base64url')
  return { secret, hash: hashSecret(secret), hint: secret.slice(0, HINT_LENGTH) }
}

/** Fast on purpose: what is random needs no stretching. */
export const hashSecret = (secret: string): Buffer => hash('sha256', secret, 'buffer')

export const isAccessToken = (token: string): boolean => token.startsWith(TOKEN_PREFIX)

/** Who acts by this token, or null; notes that it was used. */
export async function readAccessToken(rows: Database, token: string, now: Date): Promise<Actor | null> {
  const row = await rows
    .updateTable('access_tokens')
    .set({ last_used_at: now })
    .from('users')
    .whereRef('users.id', '=', 'access_tokens.user_id')
    .where('token_hash', '=', hashSecret(token))
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
    .where('users.is_active', '=', true)
    .where((where) => where.or([where('suspended_until', 'is', null), where('suspended_until', '<=', now)]))
    .returningAll('users')
    .returning(['access_tokens.id as token_id', 'scopes', 'expires_at', sql<string>`users.id`.as('id')])
    .executeTakeFirst()
  if (!row) return null
  const credentials = { sessionId: row.token_id, scopes: row.scopes as Scope[], expiresAt: row.expires_at }
  return actorOf(asUser(row), row.workspace_id, credentials)
}

export function asAccessToken(row: Selectable<AccessTokenTable>): AccessToken {
  return {
    id: row.id as AccessToken['id'],
    userId: row.user_id as AccessToken['userId'],
    name: row.name,
    hint: row.hint,
    scopes: row.scopes as Scope[],
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by as AccessToken['createdBy'],
    expiresAt: row.expires_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }
}
