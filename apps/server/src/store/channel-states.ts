import type { ChannelState } from '@parley/protocol'
import { sql } from 'kysely'
import type { Database } from './database'
import { asChannel } from './rows'
import { readUnreadDeleted } from './unread-deleted'
import { readUnreadMentions } from './unread-mentions'

/**
 * Channels as one member sees them, with the stream position they are true for. Run it inside a snapshot, or with the
 * channels' streams locked: position and content must belong together.
 */
export async function readChannelStates(
  rows: Database,
  userId: string,
  channelIds?: readonly string[],
): Promise<ChannelState[]> {
  const found = await selectStates(rows, userId, channelIds).execute()
  const mentions = await readUnreadMentions(rows, userId, channelIds)
  const deleted = await readUnreadDeleted(rows, userId, channelIds)
  return found.map((row) => ({
    channel: asChannel(row),
    cursor: row.last_seq,
    lastMessageNumber: row.last_message_number,
    readNumber: row.read_number,
    unreadMentions: mentions.get(row.id) ?? [],
    unreadDeleted: deleted.get(row.id) ?? [],
    memberCount: row.member_count,
    isAssistantMember: row.has_assistant,
    notificationLevel: row.notification_level,
    isMuted: row.is_muted,
    isStarred: row.is_starred,
    isModerator: row.is_moderator,
  }))
}

function selectStates(rows: Database, userId: string, channelIds?: readonly string[]) {
  const states = rows
    .selectFrom('memberships')
    .innerJoin('channels', 'channels.id', 'memberships.channel_id')
    .innerJoin('streams', 'streams.id', 'channels.id')
    .selectAll('channels')
    .select([
      'memberships.read_number',
      'memberships.notification_level',
      'memberships.is_muted',
      'memberships.is_starred',
      'memberships.is_moderator',
      'streams.last_seq',
    ])
    .select(
      sql<boolean>`exists (select 1 from memberships a join users u on u.id = a.user_id
        where a.channel_id = channels.id and u.kind = 'assistant')`.as('has_assistant'),
    )
    .where('memberships.user_id', '=', userId)
    .orderBy('channels.id')
  return channelIds ? states.where('channels.id', 'in', [...channelIds]) : states
}
