import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { asUser } from '../../store/rows'

/** When one wants to be told of nothing. Everybody hears of it: it says why there is no answer. */
export async function setDoNotDisturb(
  { store }: Services,
  actor: Actor,
  { until, quietHours }: CommandInput<'users.setDoNotDisturb'>,
): Promise<CommandAnswer<'users.setDoNotDisturb'>> {
  const change = {
    ...(until !== undefined && { quiet_until: until }),
    ...(quietHours !== undefined && { quiet_hours: JSON.stringify(quietHours) }),
  }
  return store.write(actor.workspaceId, [actor.workspaceId], async ({ rows, append }) => {
    const mine = rows.updateTable('users').where('id', '=', actor.userId).returningAll()
    const row = await mine.set({ name: (where) => where.ref('name'), ...change }).executeTakeFirstOrThrow()
    const user = asUser(row)
    append(actor.workspaceId, { type: 'user-saved', user })
    return { user }
  })
}
