import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireGoverned } from '../../policies/people-policy'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import { asUser } from '../../store/rows'
import type { Write } from '../../store/write'
import { refuseTakenNames } from '../groups/refuse-taken-handle'

/** Whoever governs somebody may correct their name; what was said before keeps whom it named. */
export async function renameUser(
  { store, sessions }: Services,
  actor: Actor,
  input: CommandInput<'users.rename'>,
): Promise<CommandAnswer<'users.rename'>> {
  const user = await store.write(actor.workspaceId, [actor.workspaceId], (write) =>
    rename(write, store.now(), actor, input),
  )
  sessions.forgetUser(input.userId)
  return { user }
}

async function rename(write: Write, now: Date, actor: Actor, input: CommandInput<'users.rename'>) {
  const { rows, append } = write
  const { userId } = input
  const name = input.name.trim()
  const before = await requireGoverned(rows, actor, userId)
  if (name === before.name) return asUser(before)
  await refuseTakenNames(rows, actor.workspaceId, [name])
  const row = await rows
    .updateTable('users')
    .set({ name })
    .where('id', '=', userId)
    .returningAll()
    .executeTakeFirstOrThrow()
  const user = asUser(row)
  await recordAudit(rows, actor, now, { kind: 'renamed', userId, reason: `${before.name} → ${name}` })
  append(actor.workspaceId, { type: 'user-saved', user })
  return user
}
