import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireMembership } from '../../policies/channel-policy'
import type { Services } from '../../services'

/** How one member wants a channel: muted, starred, told of what. */
export async function setChannelPreferences(
  { store }: Services,
  actor: Actor,
  { channelId, ...wanted }: CommandInput<'channels.setPreferences'>,
): Promise<CommandAnswer<'channels.setPreferences'>> {
  return store.write(actor.workspaceId, [actor.userId], async ({ rows, append }) => {
    await requireMembership(rows, actor, channelId)
    const before = await rows
      .selectFrom('memberships')
      .select(['notification_level', 'is_muted', 'is_starred'])
      .where('channel_id', '=', channelId)
      .where('user_id', '=', actor.userId)
      .executeTakeFirstOrThrow()
    const notificationLevel = wanted.notificationLevel ?? before.notification_level
    const isMuted = wanted.isMuted ?? before.is_muted
    const isStarred = wanted.isStarred ?? before.is_starred
    await rows
      .updateTable('memberships')
      .set({ notification_level: notificationLevel, is_muted: isMuted, is_starred: isStarred })
      .where('channel_id', '=', channelId)
      .where('user_id', '=', actor.userId)
      .execute()
    append(actor.userId, { type: 'channel-preferences-saved', channelId, notificationLevel, isMuted, isStarred })
    return {}
  })
}
