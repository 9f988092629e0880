import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { refuseHigherRole, requireGoverned } from '../../policies/people-policy'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import { asUser } from '../../store/rows'

/** The new role counts from the next request on. Whoever becomes a guest, or is one no more, sees other people: their clients begin anew. */
export async function setRole(
  { store, sessions, sockets }: Services,
  actor: Actor,
  { userId, role }: CommandInput<'users.setRole'>,
): Promise<CommandAnswer<'users.setRole'>> {
  refuseHigherRole(actor, role)
  const { user, before } = await store.write(actor.workspaceId, [actor.workspaceId], async (write) => {
    const { rows, append } = write
    const person = await requireGoverned(rows, actor, userId)
    if (!person.is_active) throw new ParleyError('forbidden', { action: 'govern_person' })
    const row = await rows.updateTable('users').set({ role }).where('id', '=', userId).returningAll().executeTakeFirst()
    const saved = asUser(row ?? person)
    await recordAudit(write.rows, actor, store.now(), { kind: 'role', userId, reason: `${person.role} → ${role}` })
    append(actor.workspaceId, { type: 'user-saved', user: saved })
    return { user: saved, before: person.role }
  })
  sessions.forgetUser(userId)
  if ((before === 'guest') !== (role === 'guest')) sockets.refresh(userId)
  return { user }
}
