import type { User } from '@parley/protocol'
import type { Actor } from '../../actor'
import { asUser } from '../../store/rows'
import type { Write } from '../../store/write'

/** Opens or closes an account and says so in the workspace's stream, which must be locked. */
export async function setActive(
  { rows, append }: Write,
  actor: Actor,
  userId: string,
  isActive: boolean,
): Promise<User> {
  const row = await rows
    .updateTable('users')
    .set({ is_active: isActive })
    .where('id', '=', userId)
    .returningAll()
    .executeTakeFirstOrThrow()
  const user = asUser(row)
  append(actor.workspaceId, { type: 'user-saved', user })
  return user
}
