import type { ChannelId, UserId } from '@parley/protocol'
import type { Actor } from '../actor'
import { addMember } from '../commands/channels/change-members'
import { createChannel } from '../commands/channels/create-channel'
import type { Services } from '../services'
import type { DemoChannel } from './demo-channel'
import type { Troupe } from './invite-people'

/** The channel with its people in it; the assistant stays out for now. */
export async function openChannel(
  services: Services,
  owner: Actor,
  { name, topic, kind, members }: DemoChannel,
  people: Troupe,
): Promise<ChannelId> {
  const channelId =
    (await findChannelByName(services, owner, name)) ??
    (await createChannel(services, owner, { name, topic, purpose: '', kind, withAssistant: false })).channel.id
  for (const key of members) {
    await addMember(services, owner, { channelId, userId: people[key].userId as UserId })
  }
  return channelId
}

export async function findChannelByName(
  { store }: Services,
  { workspaceId }: Actor,
  name: string,
): Promise<ChannelId | undefined> {
  const row = await store.rows
    .selectFrom('channels')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.id as ChannelId | undefined
}
