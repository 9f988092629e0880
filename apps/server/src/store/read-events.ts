import type { Event } from '@parley/protocol'
import { sql } from 'kysely'
import type { Database } from './database'
import { joinEvent } from './join-events'
import { readSubjects } from './read-subjects'

/**
 * Events of a stream after a number, oldest first: at most `limit`, fewer when their texts are long. They are stored as
 * ids and numbers; what they speak of is joined as it is now: a message edited since arrives with its new text, and its
 * edit event follows and changes nothing.
 */
export async function readEvents(
  database: Database,
  streamId: string,
  after: number,
  limit: number,
): Promise<readonly Event[]> {
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (rows) => {
      const found = withinBytes(await readRows(rows, streamId, after, limit))
      const subjects = await readSubjects(rows, streamId, found)
      return found.map((row) => joinEvent(row, subjects))
    })
}

/** The newest number of each of these streams. */
export async function readLastSeqs(
  database: Database,
  streamIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const found = await database
    .selectFrom('streams')
    .select(['id', 'last_seq'])
    .where('id', 'in', [...streamIds])
    .execute()
  return new Map(found.map((stream) => [stream.id, stream.last_seq]))
}

/** Text of one page; a page holds at least one event, however long. */
const MAX_PAGE_BYTES = 256 * 1024

function readRows(rows: Database, streamId: string, after: number, limit: number) {
  return rows
    .selectFrom('events')
    .leftJoin('messages', 'messages.id', 'events.subject_id')
    .selectAll('events')
    .select(sql<number | null>`octet_length(messages.text)`.as('bytes'))
    .where('events.stream_id', '=', streamId)
    .where('events.seq', '>', after)
    .orderBy('events.seq')
    .limit(limit)
    .execute()
}

function withinBytes<Row extends { readonly bytes: number | null }>(rows: readonly Row[]): readonly Row[] {
  let total = 0
  const end = rows.findIndex((row, index) => {
    total += row.bytes ?? 0
    return index > 0 && total > MAX_PAGE_BYTES
  })
  return end === -1 ? rows : rows.slice(0, end)
}
