import type { QueryAnswer, QueryInput, UserId } from '@parley/protocol'
import { sql } from 'kysely'
import type { Actor } from '../actor'
import { requireReadable } from '../policies/channel-policy'
import type { Services } from '../services'
import { asChannel } from '../store/rows'

/** Channels the actor is in, and public ones they may join (guests see only their own). */
export async function listChannels({ store }: Services, actor: Actor): Promise<QueryAnswer<'channels.list'>> {
  const found = await store.rows
    .selectFrom('channels')
    .leftJoin('memberships', (join) =>
      join.onRef('memberships.channel_id', '=', 'channels.id').on('memberships.user_id', '=', actor.userId),
    )
    .selectAll('channels')
    .select(sql<boolean>`memberships.user_id is not null`.as('is_member'))
    .where('channels.workspace_id', '=', actor.workspaceId)
    .where((where) =>
      where.or([
        where('memberships.user_id', 'is not', null),
        ...(actor.role === 'guest' ? [] : [where('channels.kind', '=', 'public')]),
      ]),
    )
    .orderBy('channels.id')
    .execute()
  return { channels: found.map((row) => ({ ...asChannel(row), isMember: row.is_member })) }
}

export async function listMembers(
  { store }: Services,
  actor: Actor,
  input: QueryInput<'channels.members'>,
): Promise<QueryAnswer<'channels.members'>> {
  await requireReadable(store.rows, actor, input.channelId)
  const found = await store.rows
    .selectFrom('memberships')
    .select(['user_id', 'is_moderator'])
    .where('channel_id', '=', input.channelId)
    .orderBy('joined_at')
    .execute()
  const idsOf = (rows: typeof found) => rows.map((row) => row.user_id as UserId)
  return { userIds: idsOf(found), moderatorIds: idsOf(found.filter((row) => row.is_moderator)) }
}
