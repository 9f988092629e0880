import { ParleyError, type User } from '@parley/protocol'
import type { Services } from '../../services'
import type { Database } from '../../store/database'
import { asUser } from '../../store/rows'
import { dropAvatar } from './keep-avatar'

export interface AvatarChange {
  readonly workspaceId: string
  readonly userId: string
  /** What `keep-avatar.ts` stored; null: initials again. */
  readonly avatarId: string | null
  /** Within the transaction, before anything changes. */
  readonly permit: (rows: Database) => Promise<void>
  /** Within the transaction, where something changes. */
  readonly record?: (rows: Database) => Promise<void>
}

/** Everybody hears of it; what was shown before goes from the storage. Also what becomes of a picture that is refused. */
export async function changeAvatar({ store, files }: Pick<Services, 'store' | 'files'>, change: AvatarChange) {
  const { user, before } = await writeChange(store, change).catch(async (error: unknown) => {
    // After any other failure it may be shown all the same: the answer to a commit was lost.
    if (error instanceof ParleyError) await dropAvatar(files, change.avatarId)
    throw error
  })
  // What stays behind is shown by nobody: the change is done.
  await dropAvatar(files, before).catch(() => undefined)
  return user
}

function writeChange(
  store: Services['store'],
  { workspaceId, userId, avatarId, permit, record }: AvatarChange,
): Promise<{ readonly user: User; readonly before: string | null }> {
  return store.write(workspaceId, [workspaceId], async ({ rows, append }) => {
    await permit(rows)
    const person = rows.selectFrom('users').select('avatar_id').where('id', '=', userId).forUpdate()
    const { avatar_id: before } = await person.executeTakeFirstOrThrow()
    const row = await rows
      .updateTable('users')
      .set({ avatar_id: avatarId })
      .where('id', '=', userId)
      .returningAll()
      .executeTakeFirstOrThrow()
    const user = asUser(row)
    if (before === avatarId) return { user, before: null }
    append(workspaceId, { type: 'user-saved', user })
    await record?.(rows)
    return { user, before }
  })
}
