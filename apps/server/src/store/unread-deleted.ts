import type { Database } from './database'

/** By direct channel, the numbers of deleted messages after where a member has read to, ascending. */
export async function readUnreadDeleted(
  rows: Database,
  userId: string,
  channelIds?: readonly string[],
): Promise<ReadonlyMap<string, number[]>> {
  let deleted = rows
    .selectFrom('memberships')
    .innerJoin('channels', 'channels.id', 'memberships.channel_id')
    .innerJoin('messages', (join) =>
      join
        .onRef('messages.channel_id', '=', 'memberships.channel_id')
        .onRef('messages.message_number', '>', 'memberships.read_number'),
    )
    .select(['messages.channel_id', 'messages.message_number'])
    .where('memberships.user_id', '=', userId)
    .where('channels.kind', '=', 'direct')
    .where('messages.deleted_at', 'is not', null)
    .where((where) => where.or([where('thread_id', 'is', null), where('is_also_in_channel', '=', true)]))
    .orderBy('messages.message_number')
  if (channelIds) deleted = deleted.where('memberships.channel_id', 'in', [...channelIds])
  const numbers = new Map<string, number[]>()
  for (const row of await deleted.execute()) {
    numbers.set(row.channel_id, [...(numbers.get(row.channel_id) ?? []), row.message_number])
  }
  return numbers
}
