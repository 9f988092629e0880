import type { Language, Role } from '@parley/protocol'

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
}

export function isAdministrator(actor: Actor): boolean {
  return actor.role === 'owner' || actor.role === 'administrator'
}
