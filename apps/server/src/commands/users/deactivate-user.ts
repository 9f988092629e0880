import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { asUser } from '../../store/rows'

/** Closes an account: its sessions and sockets end at once, what it wrote stays. Owners cannot be closed. */
export async function deactivateUser(
  { store, sessions, sockets }: Services,
  actor: Actor,
  input: CommandInput<'users.deactivate'>,
): Promise<CommandAnswer<'users.deactivate'>> {
  const user = await store.write(actor.workspaceId, [actor.workspaceId], async ({ rows, append }) => {
    const row = await rows
      .updateTable('users')
      .set({ is_active: false })
      .where('id', '=', input.userId)
      .where('workspace_id', '=', actor.workspaceId)
      .where('kind', '=', 'person')
      .returningAll()
      .executeTakeFirst()
    if (!row) throw new ParleyError('not_found', { kind: 'user', id: input.userId })
    if (row.role === 'owner') throw new ParleyError('forbidden', { action: 'deactivate_owner' })
    const saved = asUser(row)
    append(actor.workspaceId, { type: 'user-saved', user: saved })
    return saved
  })
  await sessions.endAllOf(input.userId)
  sockets.closeWhere((other) => other.userId === input.userId)
  return { user }
}
