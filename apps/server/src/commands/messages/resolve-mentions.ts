import type { FoundMentions, Mentions, UserId } from '@parley/protocol'
import type { Actor } from '../../actor'
import { isHeeded } from '../../policies/channel-policy'
import type { Services } from '../../services'
import type { Database } from '../../store/database'

type Asked = Pick<Services, 'store' | 'people' | 'live'>

/**
 * Whom a text calls in a channel: people by their names, those members of a group who are in the channel, and everybody,
 * or those who are there at this moment, where the writer may call everybody. A text without names costs no query.
 */
export async function resolveMentions(
  { store, people, live }: Asked,
  actor: Actor,
  channelId: string,
  text: string,
): Promise<Mentions> {
  const { userIds, groupIds, isForEveryone, isForPresent } = await people.mentionsIn(text)
  const grouped = groupIds.length === 0 ? [] : await readGroupsHere(store.rows, channelId, groupIds)
  const mayCall = (isForEveryone || isForPresent) && (await mayCallEverybody(store.rows, actor, channelId))
  const present = mayCall && isForPresent ? await readPresent({ store, live }, channelId) : []
  return { userIds: [...new Set([...userIds, ...grouped, ...present])], isForEveryone: isForEveryone && mayCall }
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

/** Not those who have muted the channel: they are called by their names alone. */
async function readPresent({ store, live }: Pick<Asked, 'store' | 'live'>, channelId: string) {
  const found = await store.rows
    .selectFrom('memberships')
    .innerJoin('users', 'users.id', 'memberships.user_id')
    .select('memberships.user_id')
    .where('memberships.channel_id', '=', channelId)
    .where('memberships.is_muted', '=', false)
    .where('users.kind', '=', 'person')
    .execute()
  const listening = found.map((row) => row.user_id as UserId)
  return live.presenceOf(listening).flatMap(({ userId, presence }) => (presence === 'active' ? [userId] : []))
}

async function mayCallEverybody(rows: Database, actor: Actor, channelId: string): Promise<boolean> {
  const channel = await rows.selectFrom('channels').selectAll().where('id', '=', channelId).executeTakeFirst()
  return channel !== undefined && isHeeded(rows, actor, channel, 'who_may_call_everybody')
}
