import type { QueryAnswer, QueryInput } from '@parley/protocol'
import { sql } from 'kysely'
import type { Actor } from '../actor'
import { selectReadableChannels, selectReadableMessages } from '../policies/access'
import type { Services } from '../services'
import { asMessages } from '../store/read-messages'
import { asChannel } from '../store/rows'

/**
 * The messages that permalinks name. A message that is not there, that was deleted, and that the actor may not read are
 * answered alike: by its absence, and so is its channel.
 */
export async function previewMessages(
  { store }: Services,
  actor: Actor,
  { places }: QueryInput<'messages.preview'>,
): Promise<QueryAnswer<'messages.preview'>> {
  const channelIds = places.map((place) => place.channelId as string)
  const seqs = places.map((place) => place.seq)
  return store.snapshot(async (rows) => {
    const found = await selectReadableMessages(rows, actor)
      .where(
        sql<boolean>`(messages.channel_id, messages.seq) in (select * from unnest(${channelIds}::uuid[], ${seqs}::bigint[]))`,
      )
      .execute()
    if (found.length === 0) return { messages: [], channels: [] }
    const channels = await selectReadableChannels(rows, actor)
      .selectAll('channels')
      .where('channels.id', 'in', [...new Set(found.map((row) => row.channel_id))])
      .execute()
    return { messages: await asMessages(rows, found), channels: channels.map(asChannel) }
  })
}
