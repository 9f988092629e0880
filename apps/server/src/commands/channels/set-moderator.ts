import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireModerator } from '../../policies/channel-policy'
import type { Services } from '../../services'
import type { Database } from '../../store/database'

/** Moderators ask other members to look after the channel with them; guests and programs do not. */
export function setModerator(
  { store }: Services,
  actor: Actor,
  { channelId, userId, isModerator }: CommandInput<'channels.setModerator'>,
): Promise<CommandAnswer<'channels.setModerator'>> {
  return store.write(actor.workspaceId, [channelId], async ({ rows, append }) => {
    await requireModerator(rows, actor, channelId, 'set_moderator')
    if (isModerator) await refuseUnfit(rows, userId)
    const changed = await rows
      .updateTable('memberships')
      .set({ is_moderator: isModerator })
      .where('channel_id', '=', channelId)
      .where('user_id', '=', userId)
      .where('is_moderator', '<>', isModerator)
      .executeTakeFirst()
    if (changed.numUpdatedRows > 0n) append(channelId, { type: 'moderator-changed', userId, isModerator })
    return {}
  })
}

async function refuseUnfit(rows: Database, userId: string): Promise<void> {
  const user = await rows.selectFrom('users').select(['role', 'kind']).where('id', '=', userId).executeTakeFirst()
  if (user?.kind !== 'person' || user.role === 'guest') throw new ParleyError('forbidden', { action: 'set_moderator' })
}
