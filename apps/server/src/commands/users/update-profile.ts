import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { asUser } from '../../store/rows'
import { knownTimeZone } from './time-zone'

/** People change their own name, language and time zone; everybody hears of it. */
export async function updateProfile(
  { store, sessions }: Services,
  actor: Actor,
  input: CommandInput<'users.updateProfile'>,
): Promise<CommandAnswer<'users.updateProfile'>> {
  const user = await store.write(actor.workspaceId, [actor.workspaceId], async ({ rows, append }) => {
    const row = await rows
      .updateTable('users')
      .set({
        name: input.name?.trim() ?? actor.name,
        language: input.language ?? actor.language,
        time_zone: knownTimeZone(input.timeZone, actor.timeZone),
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
