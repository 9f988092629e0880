import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireGoverned } from '../../policies/people-policy'
import type { Services } from '../../services'
import { endAccess } from '../moderation/end-access'
import { recordAct } from '../moderation/record-act'
import { setActive } from './set-active'

/** Closes an account: its sessions and sockets end at once, what it wrote stays. Owners cannot be closed. */
export async function deactivateUser(
  services: Services,
  actor: Actor,
  { userId }: CommandInput<'users.deactivate'>,
): Promise<CommandAnswer<'users.deactivate'>> {
  const { store } = services
  const user = await store.write(actor.workspaceId, [actor.workspaceId], async (write) => {
    await requireGoverned(write.rows, actor, userId)
    await recordAct(write, store.now(), actor, { kind: 'deactivate', userId })
    return setActive(write, actor, userId, false)
  })
  await endAccess(services, userId)
  return { user }
}
