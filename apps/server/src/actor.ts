import type { Language, Role, Scope, User } from '@parley/protocol'

/** Who is asking: every command and query gets one, and every permission is a question about one. */
export interface Actor {
  readonly userId: string
  readonly workspaceId: string
  readonly sessionId: string
  readonly name: string
  readonly role: Role
  readonly kind: 'person' | 'assistant' | 'bot'
  readonly language: Language
  readonly timeZone: string
  /** What the token allows that was shown; null: everything that the actor may. */
  readonly scopes: readonly Scope[] | null
  /** Until when what was shown is good; null: nothing was shown, or it is good until it is revoked. */
  readonly expiresAt: Date | null
}

/** What somebody showed who asks. */
export type Credentials = Pick<Actor, 'sessionId' | 'scopes' | 'expiresAt'>

const NO_CREDENTIALS: Credentials = { sessionId: '', scopes: null, expiresAt: null }

export function isAdministrator(actor: Actor): boolean {
  return actor.role === 'owner' || actor.role === 'administrator'
}

/** Somebody of the workspace as the one who asks; without a session when it is not a request that asks. */
export function actorOf(user: User, workspaceId: string, credentials: Credentials = NO_CREDENTIALS): Actor {
  const { id, name, role, kind, language, timeZone } = user
  return { userId: id, workspaceId, name, role, kind, language, timeZone, ...credentials }
}
