import type { ScheduledMessage } from '@parley/protocol'
import type { Selectable } from 'kysely'
import type { Database } from './database'
import type { ScheduledMessageTable } from './later-tables'

export type ScheduledRow = Selectable<ScheduledMessageTable>

export function asScheduled(row: ScheduledRow): ScheduledMessage {
  return {
    id: row.id as ScheduledMessage['id'],
    channelId: row.channel_id as ScheduledMessage['channelId'],
    threadId: row.thread_id as ScheduledMessage['threadId'],
    isAlsoInChannel: row.is_also_in_channel,
    text: row.text,
    sendAt: row.send_at.toISOString(),
    timeZone: row.time_zone,
    createdAt: row.created_at.toISOString(),
    failure: row.failure,
  }
}

/** What a person has written for later, all of it or these. */
export async function readScheduled(
  rows: Database,
  authorId: string,
  ids?: readonly string[],
): Promise<ScheduledMessage[]> {
  const own = rows.selectFrom('scheduled_messages').selectAll().where('author_id', '=', authorId).orderBy('id')
  if (ids?.length === 0) return []
  const found = await (ids ? own.where('id', 'in', [...ids]) : own).execute()
  return found.map(asScheduled)
}
