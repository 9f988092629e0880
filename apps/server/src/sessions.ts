import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { hashSecret, isAccessToken, readAccessToken } from './access-tokens'
import { type Actor, actorOf } from './actor'
import type { Database } from './store/database'
import { asUser } from './store/rows'

const SESSION_DAYS = 30
const DAY_MS = 24 * 60 * 60 * 1000
/** How long an answer about a token is believed. Revocation in this process forgets it at once. */
const MEMORY_MS = 30_000
const MAX_REMEMBERED = 20_000

/** Signed-in sessions, and the access tokens of programs. Only hashes of tokens are stored: a stolen database opens no session. */
export class Sessions {
  private revocations = 0
  private readonly remembered = new Map<string, { actor: Actor; until: number }>()

  constructor(
    private readonly rows: Database,
    private readonly now: () => Date,
  ) {}

  /** Starts a session; the token is 256 random bits and is shown this once. */
  async start(user: { readonly id: string; readonly workspaceId: string }): Promise<string> {
    const token = randomBytes(32).toString('base64url')
    await this.rows
      .insertInto('sessions')
      .values({
        id: uuidv7(),
        workspace_id: user.workspaceId,
        user_id: user.id,
        token_hash: hashSecret(token),
        expires_at: new Date(this.now().getTime() + SESSION_DAYS * DAY_MS),
      })
      .execute()
    return token
  }

  /** Who holds this token, or null when it is unknown, expired or its account closed or suspended. */
  async find(token: string): Promise<Actor | null> {
    const now = this.now().getTime()
    const known = this.remembered.get(token)
    if (known && known.until > now) return known.actor
    const revocations = this.revocations
    const actor = await this.read(token)
    this.remembered.delete(token)
    if (!actor) return null
    const until = Math.min(now + MEMORY_MS, actor.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY)
    // A session that ended while it was read must not be remembered as it was before.
    if (revocations === this.revocations) this.remember(token, actor, until)
    return actor
  }

  async end(sessionId: string): Promise<void> {
    await this.rows.deleteFrom('sessions').where('id', '=', sessionId).execute()
    this.forget((actor) => actor.sessionId === sessionId)
  }

  /** What a program signs in with was revoked. */
  forgetToken(tokenId: string): void {
    this.forget((actor) => actor.sessionId === tokenId)
  }

  /** Sessions and tokens of an account that is closed. */
  async endAllOf(userId: string): Promise<void> {
    await this.rows.deleteFrom('access_tokens').where('user_id', '=', userId).execute()
    await this.endSessionsOf(userId)
  }

  /** Of an account that is suspended: its tokens say nothing until that is over. */
  async endSessionsOf(userId: string): Promise<void> {
    await this.rows.deleteFrom('sessions').where('user_id', '=', userId).execute()
    this.forgetUser(userId)
  }

  /** After a change of role, name or language: the next request reads them anew. */
  forgetUser(userId: string): void {
    this.forget((actor) => actor.userId === userId)
  }

  private forget(isMeant: (actor: Actor) => boolean): void {
    this.revocations += 1
    for (const [token, { actor }] of this.remembered) if (isMeant(actor)) this.remembered.delete(token)
  }

  private remember(token: string, actor: Actor, until: number): void {
    if (this.remembered.size >= MAX_REMEMBERED) this.remembered.clear()
    this.remembered.set(token, { actor, until })
  }

  private async read(token: string): Promise<Actor | null> {
    if (isAccessToken(token)) return readAccessToken(this.rows, token, this.now())
    const row = await this.rows
      .selectFrom('sessions')
      .innerJoin('users', 'users.id', 'sessions.user_id')
      .selectAll('users')
      .select(['sessions.id as session_id', 'expires_at'])
      .where('token_hash', '=', hashSecret(token))
      .where('expires_at', '>', this.now())
      .where('users.is_active', '=', true)
      .where((where) =>
        where.or([where('users.suspended_until', 'is', null), where('users.suspended_until', '<=', this.now())]),
      )
      .executeTakeFirst()
    if (!row) return null
    const credentials = { sessionId: row.session_id, scopes: null, expiresAt: row.expires_at }
    return actorOf(asUser(row), row.workspace_id, credentials)
  }
}
