import { sql } from 'kysely'
import type { Database } from '../store/database'

const READER = 'notifications'
/** What is older than this when the server comes back is no news any more. */
const NEWS_MS = 10 * 60_000
/** Of a channel that was busy meanwhile, the newest. */
const PER_CHANNEL = 500

export interface TellableMessage {
  readonly id: string
  readonly channelId: string
  readonly seq: number
}

/** Messages that nobody was told of while the server was away. */
export async function findUntold(rows: Database, now: Date): Promise<readonly TellableMessage[]> {
  const found = await sql<TellableMessage>`
    select m.id, m.channel_id as "channelId", m.seq
    from streams s
    left join reader_cursors c on c.stream_id = s.id and c.reader = ${READER}
    cross join lateral (
      select id, channel_id, seq, created_at from messages
      where channel_id = s.id and seq > greatest(coalesce(c.seq, 0), s.last_seq - ${PER_CHANNEL})
    ) m
    where s.kind = 'channel' and s.last_seq > coalesce(c.seq, 0) and m.created_at > ${new Date(now.getTime() - NEWS_MS)}
    order by m.created_at, m.seq`.execute(rows)
  return found.rows
}

/** Notes how far each channel has been told, in one statement. */
export async function saveTold(rows: Database, told: readonly TellableMessage[]): Promise<void> {
  const latest = new Map<string, number>()
  for (const { channelId, seq } of told) latest.set(channelId, Math.max(seq, latest.get(channelId) ?? 0))
  await sql`
    insert into reader_cursors as known (reader, stream_id, workspace_id, seq)
    select ${READER}, s.id, s.workspace_id, told.seq
    from unnest(${[...latest.keys()]}::uuid[], ${[...latest.values()]}::bigint[]) as told (id, seq)
    join streams s on s.id = told.id
    on conflict (reader, stream_id) do update set seq = greatest(known.seq, excluded.seq)`.execute(rows)
}
