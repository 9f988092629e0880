import type { User } from '@parley/protocol'
import { sql } from 'kysely'
import { asUser } from '../../store/rows'
import type { Store } from '../../store/store'
import { admit } from '../channels/membership'
import { refuseTakenNames } from '../groups/refuse-taken-handle'
import type { NewUser } from './insert-user'

/**
 * An account that an import made has no password: whoever is added with its address gets it, with all that they said.
 * Null where there is none.
 */
export async function claimImported(store: Store, user: NewUser, channelIds: readonly string[]): Promise<User | null> {
  const { workspaceId } = user
  const found = await selectUnclaimed(store.rows, user).select('id').executeTakeFirst()
  if (!found) return null
  return store.write(workspaceId, [workspaceId, found.id, ...channelIds], async (write) => {
    await refuseTakenNames(write.rows, workspaceId, [user.name])
    const row = await write.rows
      .updateTable('users')
      .set({
        name: user.name.trim(),
        password_hash: user.passwordHash,
        role: user.role,
        language: user.language,
        is_active: true,
      })
      .where('id', '=', found.id)
      .where('password_hash', 'is', null)
      .returningAll()
      .executeTakeFirst()
    if (!row) return null
    const saved = asUser(row)
    write.append(workspaceId, { type: 'user-saved', user: saved })
    for (const channelId of channelIds) await admit(write, channelId, { id: found.id, kind: 'person', workspaceId })
    return saved
  })
}

const selectUnclaimed = (rows: Store['rows'], { workspaceId, email }: NewUser) =>
  rows
    .selectFrom('users')
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'person')
    .where('password_hash', 'is', null)
    .where(sql<boolean>`lower(email) = lower(${email})`)
