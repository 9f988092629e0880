import { randomUUID } from 'node:crypto'

const BATCH = 5_000

/** Writes messages past the server, straight into its tables: sending a million would take the machine for long. */
export async function fillMessages(database, { channels, authorIds, workspaceId, count, textOf }) {
  const startedAt = Date.now() - count * 1_000
  const seqs = new Map()
  for (const { id } of channels) {
    const { rows } = await database.query('select last_seq::int as seq from streams where id = $1', [id])
    seqs.set(id, rows[0].seq)
  }
  for (let from = 0; from < count; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - from) }, (_, index) => {
      const place = from + index
      const channel = channels[place % channels.length]
      const seq = seqs.get(channel.id) + 1
      seqs.set(channel.id, seq)
      const at = new Date(startedAt + place * 1_000)
      return {
        id: idAt(at),
        channelId: channel.id,
        seq,
        authorId: authorIds[place % authorIds.length],
        at,
        text: textOf(place),
      }
    })
    await insert(database, workspaceId, batch)
  }
  for (const [id, seq] of seqs) {
    await database.query('update streams set last_seq = $2 where id = $1', [id, seq])
    await database.query('update channels set last_message_number = $2 where id = $1', [id, seq])
  }
}

async function insert(database, workspaceId, batch) {
  await database.query(
    `insert into messages (id, workspace_id, channel_id, seq, message_number, author_id, client_message_id, payload_hash, text, created_at)
     select id, $1, channel_id, seq, seq, author_id, id::text, '', text, at
     from unnest($2::uuid[], $3::uuid[], $4::bigint[], $5::uuid[], $6::text[], $7::timestamptz[]) as m (id, channel_id, seq, author_id, text, at)`,
    [workspaceId, ...['id', 'channelId', 'seq', 'authorId', 'text', 'at'].map((key) => batch.map((row) => row[key]))],
  )
}

/** A UUID of version 7 for that instant. */
function idAt(at) {
  const time = at.getTime().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}
