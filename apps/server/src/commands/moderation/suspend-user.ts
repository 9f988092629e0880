import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { pauseAccess } from './end-access'
import { lift, suspend } from './suspend'

export async function suspendUser(
  services: Services,
  actor: Actor,
  { userId, hours, reason }: CommandInput<'users.suspend'>,
): Promise<CommandAnswer<'users.suspend'>> {
  const { store } = services
  const userIds = await store.write(actor.workspaceId, [actor.workspaceId], (write) =>
    suspend(write, store.now(), actor, { userId, hours, reason }),
  )
  for (const id of userIds) await pauseAccess(services, id)
  return {}
}

export async function liftSuspension(
  { store }: Services,
  actor: Actor,
  { userId, reason }: CommandInput<'users.liftSuspension'>,
): Promise<CommandAnswer<'users.liftSuspension'>> {
  await store.write(actor.workspaceId, [actor.workspaceId], (write) =>
    lift(write, store.now(), actor, { userId, reason }),
  )
  return {}
}
