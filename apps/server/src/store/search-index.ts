import { type Selectable, sql } from 'kysely'
import { readText } from './content'
import type { Database } from './database'
import type { MessageTable } from './schema'
import { searchWords } from './search-words'

/** A channel whose newest messages have no words yet. */
export interface Behind {
  readonly channelId: string
  readonly workspaceId: string
  /** Up to here, there are words. */
  readonly cursor: number
  readonly lastSeq: number
}

export type UnwordedMessage = Pick<
  Selectable<MessageTable>,
  'id' | 'workspace_id' | 'channel_id' | 'author_id' | 'thread_id' | 'seq' | 'text' | 'created_at' | 'deleted_at'
>

export interface WordedRow {
  readonly message: UnwordedMessage
  readonly words: string
}

const READER = 'search'

/** Channels that have messages without words: of these ones, or of all. */
export async function findBehind(rows: Database, channelIds: readonly string[] | null, limit: number) {
  let behind = rows
    .selectFrom('streams')
    .leftJoin('reader_cursors', (join) =>
      join.onRef('reader_cursors.stream_id', '=', 'streams.id').on('reader_cursors.reader', '=', READER),
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
  if (channelIds) behind = behind.where('streams.id', 'in', [...channelIds])
  const found: Behind[] = await behind.execute()
  return found
}

/** Its next messages without words, oldest first. Numbers are dense: none can turn up below the last one later. */
export function readUnworded(rows: Database, { channelId, cursor, lastSeq }: Behind, limit: number) {
  return rows
    .selectFrom('messages')
    .select(['id', 'workspace_id', 'channel_id', 'author_id', 'thread_id', 'seq', 'text', 'created_at', 'deleted_at'])
    .where('channel_id', '=', channelId)
    .where('seq', '>', cursor)
    .where('seq', '<=', lastSeq)
    .orderBy('seq')
    .limit(limit)
    .execute()
}

export const wordsOf = (message: Omit<UnwordedMessage, 'seq'>): string =>
  message.deleted_at
    ? ''
    : searchWords({
        channelId: message.channel_id,
        authorId: message.author_id,
        threadId: message.thread_id,
        text: readText(message),
      })

/** Stores words, and how far the channel has them, in one statement. Words that an edit has stored meanwhile stay. */
export async function storeWords(rows: Database, found: readonly WordedRow[], behind: Behind, seq: number) {
  const messages = found.map(({ message }) => message)
  await sql`
    with stored as (
      insert into message_words (message_id, workspace_id, channel_id, at, words)
      select id, ${behind.workspaceId}::uuid, ${behind.channelId}::uuid, at, words::tsvector
      from unnest(${messages.map(({ id }) => id)}::uuid[], ${messages.map((message) => message.created_at)}::timestamptz[],
                  ${found.map(({ words }) => words)}::text[]) as worded (id, at, words)
      on conflict do nothing
    )
    insert into reader_cursors as known (reader, stream_id, workspace_id, seq)
    values (${READER}, ${behind.channelId}::uuid, ${behind.workspaceId}::uuid, ${seq})
    on conflict (reader, stream_id) do update set seq = greatest(known.seq, excluded.seq)`.execute(rows)
}

/** Gives a message that was edited or deleted its new words, in the transaction that changes it. */
export async function replaceWords(rows: Database, message: Omit<UnwordedMessage, 'seq'>): Promise<void> {
  await sql`
    insert into message_words (message_id, workspace_id, channel_id, at, words)
    values (${message.id}, ${message.workspace_id}, ${message.channel_id}, ${message.created_at}, ${wordsOf(message)}::tsvector)
    on conflict (message_id) do update set words = excluded.words`.execute(rows)
}
