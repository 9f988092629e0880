import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { asUser } from '../../store/rows'
import { refuseTakenNames } from '../groups/refuse-taken-handle'
import { chosenTimeZone } from './time-zone'

/** People change what others see of them; everybody hears of it. */
export async function updateProfile(
  { store, sessions }: Services,
  actor: Actor,
  input: CommandInput<'users.updateProfile'>,
): Promise<CommandAnswer<'users.updateProfile'>> {
  const user = await store.write(actor.workspaceId, [actor.workspaceId], async ({ rows, append }) => {
    const name = input.name?.trim() ?? actor.name
    if (name !== actor.name) await refuseTakenNames(rows, actor.workspaceId, [name])
    const row = await rows
      .updateTable('users')
      .set({
        name,
        ...(input.title !== undefined && { title: input.title.trim() }),
        ...(input.phone !== undefined && { phone: input.phone.trim() }),
        language: input.language ?? actor.language,
        time_zone: chosenTimeZone(input.timeZone, actor.timeZone),
      })
      .where('id', '=', actor.userId)
      .returningAll()
      .executeTakeFirstOrThrow()
    const saved = asUser(row)
    append(actor.workspaceId, { type: 'user-saved', user: saved })
    return saved
  })
  sessions.forgetUser(actor.userId)
  return { user }
}
