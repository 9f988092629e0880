import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireGoverned } from '../../policies/people-policy'
import type { Services } from '../../services'
import { reopenAccount } from './close-account'

/** Opens a closed account again. Sessions that were ended stay ended. */
export function reactivateUser(
  { store }: Services,
  actor: Actor,
  { userId }: CommandInput<'users.reactivate'>,
): Promise<CommandAnswer<'users.reactivate'>> {
  return store.write(actor.workspaceId, [actor.workspaceId], async (write) => {
    await requireGoverned(write.rows, actor, userId)
    return { user: await reopenAccount(write, store.now(), actor, userId) }
  })
}
