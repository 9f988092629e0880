import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireGoverned } from '../../policies/people-policy'
import type { Services } from '../../services'
import { endAccess } from '../moderation/end-access'
import { closeAccount } from './close-account'

/** Closes an account: its sessions and sockets end at once, its bots and their webhooks rest, what it wrote stays. Owners cannot be closed. */
export async function deactivateUser(
  services: Services,
  actor: Actor,
  { userId }: CommandInput<'users.deactivate'>,
): Promise<CommandAnswer<'users.deactivate'>> {
  const { store } = services
  const { user, userIds } = await store.write(actor.workspaceId, [actor.workspaceId], async (write) => {
    await requireGoverned(write.rows, actor, userId)
    return closeAccount(write, store.now(), actor, userId)
  })
  for (const id of userIds) await endAccess(services, id)
  return { user }
}
