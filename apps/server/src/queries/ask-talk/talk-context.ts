import type { SaidMessage } from '@parley/knowledge'
import type { TalkRow } from '../../store/talk-around'

/** So many messages before one tell what it is about, as long as the conversation did not rest so long. */
const MOST_BEFORE = 3
const LONGEST_REST_MS = 3 * 3_600_000

/** Messages with what was said before them, in the channel or in their thread, whose beginning always belongs to them. */
export function inContext(rows: readonly TalkRow[]): SaidMessage[] {
  const before = new Map<string, readonly string[]>()
  const places = new Map<string, TalkRow[]>()
  for (const row of rows.toSorted((one, other) => one.seq - other.seq)) {
    const place = row.thread_id ?? row.channel_id
    const said = places.get(place) ?? []
    before.set(row.id, [...nearest(said, row), ...(row.thread_id ? [row.thread_id] : [])])
    places.set(place, [...said.slice(1 - MOST_BEFORE), row])
  }
  return rows.map((row) => ({
    ...{ id: row.id, speakerId: row.author_id, text: row.text, at: row.created_at.getTime() },
    before: before.get(row.id) ?? [],
  }))
}

function nearest(said: readonly TalkRow[], { created_at }: TalkRow): string[] {
  const isNear = (row: TalkRow) => created_at.getTime() - row.created_at.getTime() < LONGEST_REST_MS
  return said
    .filter(isNear)
    .map(({ id }) => id)
    .toReversed()
}
