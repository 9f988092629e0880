import { sql } from 'kysely'
import type { Database } from './database'

/** A message as it was said, with what places it. */
export interface TalkRow {
  readonly id: string
  readonly channel_id: string
  readonly thread_id: string | null
  readonly seq: number
  readonly author_id: string
  readonly text: string
  readonly created_at: Date
}

/** A pasted log is no talk: so much of a message is read. */
const LONGEST = 2_000
/** So many messages before and after a hit are read with it; what was said since may be its answer. */
const BEFORE = 4
const AFTER = 6
const THREAD = 20
const MOST_ROWS = 500

/** These messages, and what was said around the first of them, in channel and thread. Nothing deleted, nothing of the assistant's. */
export async function readAround(rows: Database, ids: readonly string[], surrounded: number): Promise<TalkRow[]> {
  if (ids.length === 0) return []
  const found = await sql<TalkRow>`
    with hits as materialized (
      select id, channel_id, thread_id, seq, reply_number from messages where id = any(${ids.slice(0, surrounded)}::uuid[])
    ), meant as (
      select unnest(${[...ids]}::uuid[]) as id
      union select m.id from hits join messages m on m.channel_id = hits.channel_id
        and m.seq between hits.seq - ${BEFORE} and hits.seq + ${AFTER}
      union select m.id from hits join messages m on m.thread_id = coalesce(hits.thread_id, hits.id)
        and m.reply_number between coalesce(hits.reply_number, 0) - ${THREAD} and coalesce(hits.reply_number, 0) + ${THREAD}
      union select thread_id from hits where thread_id is not null
    )
    select m.id, m.channel_id, m.thread_id, m.seq, m.author_id, left(m.text, ${LONGEST}) as text, m.created_at
    from meant join messages m on m.id = meant.id
    where m.deleted_at is null and m.card is null and m.text <> ''
    order by m.channel_id, m.seq limit ${MOST_ROWS}`.execute(rows)
  return found.rows
}
