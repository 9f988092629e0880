import type { Database } from './database'

/** A channel with messages that a reader has not come to. */
export interface Behind {
  readonly channelId: string
  readonly workspaceId: string
  /** Up to here, it has read. */
  readonly cursor: number
  readonly lastSeq: number
}

/** Channels in which a reader is behind: of these ones, or of all. */
export async function findBehind(
  rows: Database,
  reader: string,
  { channelIds = null, limit }: { readonly channelIds?: readonly string[] | null; readonly limit: number },
): Promise<Behind[]> {
  const behind = rows
    .selectFrom('streams')
    .leftJoin('reader_cursors', (join) =>
      join.onRef('reader_cursors.stream_id', '=', 'streams.id').on('reader_cursors.reader', '=', reader),
    )
    .select(({ fn, val }) => [
      'streams.id as channelId',
      'streams.workspace_id as workspaceId',
      'streams.last_seq as lastSeq',
      fn.coalesce('reader_cursors.seq', val(0)).as('cursor'),
    ])
    .where('streams.kind', '=', 'channel')
    .where(({ fn, val, eb }) => eb('streams.last_seq', '>', fn.coalesce('reader_cursors.seq', val(0))))
    .limit(limit)
  return (channelIds ? behind.where('streams.id', 'in', [...channelIds]) : behind).execute()
}
