import type { FileInfo } from '@parley/protocol'
import { type Selectable, sql } from 'kysely'
import { inTurns } from '../in-turns'
import { readText } from './content'
import type { Database } from './database'
import { readFiles } from './files'
import type { Behind } from './find-behind'
import type { MessageTable } from './schema'
import { searchWordsInSteps } from './search-words'

const COLUMNS = [
  ...(['id', 'workspace_id', 'channel_id', 'author_id', 'thread_id', 'seq', 'text', 'file_ids'] as const),
  ...(['created_at', 'deleted_at'] as const),
] as const

type WordedColumns = Pick<Selectable<MessageTable>, (typeof COLUMNS)[number]>

export interface UnwordedMessage extends WordedColumns {
  readonly files: readonly FileInfo[]
}

export interface WordedRow {
  readonly message: UnwordedMessage
  readonly words: string
}

/** Whose cursors say how far messages have their words. */
export const SEARCH_READER = 'search'

/** Its next messages without words, oldest first. Numbers are dense: none can turn up below the last one later. */
export async function readUnworded(rows: Database, { channelId, cursor, lastSeq }: Behind, limit: number) {
  const found = await rows
    .selectFrom('messages')
    .select(COLUMNS)
    .where('channel_id', '=', channelId)
    .where('seq', '>', cursor)
    .where('seq', '<=', lastSeq)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return withFiles(rows, found)
}

/** Files are found by their names, so a message is, too. */
async function withFiles<Row extends { readonly file_ids: string[] }>(rows: Database, messages: readonly Row[]) {
  const files = await readFiles(
    rows,
    messages.flatMap(({ file_ids: ids }) => ids),
  )
  return messages.map((message) => ({ ...message, files: message.file_ids.flatMap((id) => files.get(id) ?? []) }))
}

export function* wordsInSteps(message: Omit<UnwordedMessage, 'seq'>): Generator<void, string> {
  if (message.deleted_at) return ''
  const { channel_id: channelId, author_id: authorId, thread_id: threadId, files } = message
  return yield* searchWordsInSteps({ channelId, authorId, threadId, text: readText(message), files })
}

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
    values (${SEARCH_READER}, ${behind.channelId}::uuid, ${behind.workspaceId}::uuid, ${seq})
    on conflict (reader, stream_id) do update set seq = greatest(known.seq, excluded.seq)`.execute(rows)
}

/** Gives a message that was edited or deleted its new words, in the transaction that changes it. */
export async function replaceWords(rows: Database, changed: WordedColumns): Promise<void> {
  const [message = { ...changed, files: [] }] = await withFiles(rows, [changed])
  const words = await inTurns(wordsInSteps(message))
  await sql`
    insert into message_words (message_id, workspace_id, channel_id, at, words)
    values (${message.id}, ${message.workspace_id}, ${message.channel_id}, ${message.created_at}, ${words}::tsvector)
    on conflict (message_id) do update set words = excluded.words`.execute(rows)
}
