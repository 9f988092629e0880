import type { FoundMentions, Mentions, UserId } from '@parley/protocol'
import type { Actor } from '../../actor'
import { isHeeded } from '../../policies/channel-policy'
import type { Services } from '../../services'
import type { Database } from '../../store/database'

/**
 * Whom a text calls in a channel: people by their names, those members of a group who are in the channel, and everybody
 * where the writer may call everybody. A text without names costs no query.
 */
export async function resolveMentions(
  { store, people }: Pick<Services, 'store' | 'people'>,
  actor: Actor,
  channelId: string,
  text: string,
): Promise<Mentions> {
  const { userIds, groupIds, isForEveryone } = await people.mentionsIn(text)
  const grouped = groupIds.length === 0 ? [] : await readGroupsHere(store.rows, channelId, groupIds)
  return {
    userIds: [...new Set([...userIds, ...grouped])],
    isForEveryone: isForEveryone && (await mayCallEverybody(store.rows, actor, channelId)),
  }
}

async function readGroupsHere(rows: Database, channelId: string, groupIds: FoundMentions['groupIds']) {
  const found = await rows
    .selectFrom('user_group_members')
    .innerJoin('memberships', 'memberships.user_id', 'user_group_members.user_id')
    .select('user_group_members.user_id')
    .distinct()
    .where('memberships.channel_id', '=', channelId)
    .where('group_id', 'in', [...groupIds])
    .execute()
  return found.map((row) => row.user_id as UserId)
}

async function mayCallEverybody(rows: Database, actor: Actor, channelId: string): Promise<boolean> {
  const channel = await rows.selectFrom('channels').selectAll().where('id', '=', channelId).executeTakeFirst()
  return channel !== undefined && isHeeded(rows, actor, channel, 'who_may_call_everybody')
}
