import type { Database } from './database'

/** How many of a channel's unread mentions are told; a badge shows no more. */
const LIMIT = 100

/** By channel, the numbers of unread messages that name a member or call everybody: ascending, the newest 100. */
export async function readUnreadMentions(
  rows: Database,
  userId: string,
  channelIds?: readonly string[],
): Promise<ReadonlyMap<string, number[]>> {
  let mentions = rows
    .selectFrom('memberships')
    .innerJoin('mentions', (join) =>
      join
        .onRef('mentions.channel_id', '=', 'memberships.channel_id')
        .onRef('mentions.message_number', '>', 'memberships.read_number'),
    )
    .select(['mentions.channel_id', 'mentions.message_number'])
    .distinct()
    .where('memberships.user_id', '=', userId)
    .where('mentions.author_id', '<>', userId)
    .where((where) => where.or([where('mentions.user_id', '=', userId), where('mentions.user_id', 'is', null)]))
    .orderBy('mentions.message_number')
  if (channelIds) mentions = mentions.where('memberships.channel_id', 'in', [...channelIds])
  const numbers = new Map<string, number[]>()
  for (const row of await mentions.execute()) {
    numbers.set(row.channel_id, [...(numbers.get(row.channel_id) ?? []), row.message_number ?? 0].slice(-LIMIT))
  }
  return numbers
}
