import type { Language, Role, User } from '@parley/protocol'
import { asUser } from '../../store/rows'
import type { Write } from '../../store/write'

export interface NewUser {
  readonly id: string
  readonly workspaceId: string
  readonly name: string
  readonly email: string | null
  readonly passwordHash: string | null
  readonly role: Role
  readonly kind: 'person' | 'assistant' | 'bot'
  readonly aliases: readonly string[]
  readonly language: Language
  readonly timeZone: string
}

/** A user with their inbox, announced to the workspace. The workspace's stream must be locked. */
export async function insertUser(write: Write, user: NewUser): Promise<User> {
  await write.createStream(user.id, 'inbox')
  const row = await write.rows
    .insertInto('users')
    .values({
      id: user.id,
      workspace_id: user.workspaceId,
      name: user.name.trim(),
      email: user.email,
      password_hash: user.passwordHash,
      role: user.role,
      kind: user.kind,
      aliases: [...user.aliases],
      language: user.language,
      time_zone: user.timeZone,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const saved = asUser(row)
  write.append(user.workspaceId, { type: 'user-saved', user: saved })
  return saved
}
