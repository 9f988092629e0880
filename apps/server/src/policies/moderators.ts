import { type Actor, isAdministrator } from '../actor'
import type { Database } from '../store/database'

/** Those who were asked to look after a channel, and administrators who are in it; a guest never, whatever they were before. */
export async function isModerator(rows: Database, actor: Actor, channelId: string): Promise<boolean> {
  if (actor.role === 'guest') return false
  const membership = await rows
    .selectFrom('memberships')
    .select('is_moderator')
    .where('channel_id', '=', channelId)
    .where('user_id', '=', actor.userId)
    .executeTakeFirst()
  return membership !== undefined && (membership.is_moderator || isAdministrator(actor))
}
