import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireMayAdmit, requireMayDismiss, requireMayJoin } from '../../policies/channel-policy'
import type { Services } from '../../services'
import { findMember } from './find-member'
import { admit, dismiss } from './membership'

export async function addMember(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'channels.addMember'>,
): Promise<CommandAnswer<'channels.addMember'>> {
  const member = await findMember(store.rows, actor, input.userId)
  return store.write(actor.workspaceId, [input.channelId, member.id], async (write) => {
    await requireMayAdmit(write.rows, actor, input.channelId)
    await admit(write, input.channelId, member)
    return {}
  })
}

export async function removeMember(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'channels.removeMember'>,
): Promise<CommandAnswer<'channels.removeMember'>> {
  const member = await findMember(store.rows, actor, input.userId)
  return store.write(actor.workspaceId, [input.channelId, member.id], async (write) => {
    await requireMayDismiss(write.rows, actor, input.channelId, member)
    await dismiss(write, input.channelId, member)
    return {}
  })
}

export async function joinChannel(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'channels.join'>,
): Promise<CommandAnswer<'channels.join'>> {
  const member = { id: actor.userId, kind: actor.kind, workspaceId: actor.workspaceId }
  return store.write(actor.workspaceId, [input.channelId, actor.userId], async (write) => {
    await requireMayJoin(write.rows, actor, input.channelId)
    return { state: await admit(write, input.channelId, member) }
  })
}
