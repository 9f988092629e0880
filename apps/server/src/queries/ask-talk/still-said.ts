import type { SaidSentence } from '@parley/protocol'
import type { Selectable } from 'kysely'
import { readText } from '../../store/content'
import type { Database } from '../../store/database'
import type { MessageTable } from '../../store/schema'
import { type Hearers, quotableChannelIds } from './hearers'

export interface Quoted {
  readonly messageId: string
  readonly text: string
}

/** Of these sentences those that still stand in their messages and may be quoted to the hearers now, in their order. */
export async function stillSaid(rows: Database, hearers: Hearers, quotes: readonly Quoted[]): Promise<SaidSentence[]> {
  if (quotes.length === 0) return []
  const channelIds = await quotableChannelIds(rows, hearers)
  if (channelIds.length === 0) return []
  const found = await rows
    .selectFrom('messages')
    .selectAll()
    .where(
      'id',
      'in',
      quotes.map(({ messageId }) => messageId),
    )
    .where('channel_id', 'in', channelIds)
    .where('deleted_at', 'is', null)
    .execute()
  const byId = new Map(found.map((row) => [row.id, row]))
  return quotes.flatMap(({ messageId, text }) => {
    const row = byId.get(messageId)
    return row && readText(row).includes(text) ? [asSaidSentence(row, text)] : []
  })
}

export const asSaidSentence = (row: Selectable<MessageTable>, text: string) =>
  ({
    ...{ text, messageId: row.id, channelId: row.channel_id, threadId: row.thread_id },
    ...{ isAlsoInChannel: row.is_also_in_channel, seq: row.seq, authorId: row.author_id },
    createdAt: row.created_at.toISOString(),
  }) as SaidSentence
