import { type FileKind, ParleyError, type QueryAnswer, type QueryInput, type SharedFile } from '@parley/protocol'
import type { SelectQueryBuilder } from 'kysely'
import type { Actor } from '../actor'
import { selectReadableFiles } from '../policies/access'
import { requireReadable } from '../policies/channel-policy'
import type { Services } from '../services'
import { asFileInfo } from '../store/rows'
import type { Schema } from '../store/schema'

export async function getFile(
  { store }: Services,
  actor: Actor,
  { fileId }: QueryInput<'files.get'>,
): Promise<QueryAnswer<'files.get'>> {
  const row = await selectReadableFiles(store.rows, actor).where('files.id', '=', fileId).executeTakeFirst()
  if (!row) throw new ParleyError('not_found', { kind: 'file', id: fileId })
  return { file: asFileInfo(row), isSent: row.message_id !== null }
}

/** A page of a channel's files, newest first. */
export async function listFiles(
  { store }: Services,
  actor: Actor,
  input: QueryInput<'files.list'>,
): Promise<QueryAnswer<'files.list'>> {
  return store.snapshot(async (rows) => {
    await requireReadable(rows, actor, input.channelId)
    let page = rows
      .selectFrom('files')
      .innerJoin('messages', 'messages.id', 'files.message_id')
      .selectAll('files')
      .select([
        'messages.thread_id',
        'messages.is_also_in_channel',
        'messages.seq',
        'messages.author_id',
        'messages.created_at as sent_at',
      ])
      .where('files.channel_id', '=', input.channelId)
      .where('files.dropped_at', 'is', null)
      .where('messages.deleted_at', 'is', null)
      .orderBy('files.id', 'desc')
      .limit(input.limit)
    if (input.before !== undefined) page = page.where('files.id', '<', input.before)
    if (input.kind !== undefined) page = ofKind(page, input.kind)
    const found = await page.execute()
    return {
      files: found.map((row) => ({
        file: asFileInfo(row),
        messageId: row.message_id as SharedFile['messageId'],
        channelId: row.channel_id as SharedFile['channelId'],
        threadId: row.thread_id as SharedFile['threadId'],
        isAlsoInChannel: row.is_also_in_channel,
        seq: row.seq,
        authorId: row.author_id as SharedFile['authorId'],
        sentAt: row.sent_at.toISOString(),
      })),
    }
  })
}

type FilePage<Row> = SelectQueryBuilder<Schema, 'files' | 'messages', Row>

/** What is read page by page, by whatever program. */
const DOCUMENTS = /^(text\/|application\/(pdf|msword|rtf|x-cfb|vnd\.(ms-|openxmlformats-|oasis\.opendocument)))/

function ofKind<Row>(page: FilePage<Row>, kind: FileKind): FilePage<Row> {
  if (kind === 'image') return page.where('files.width', 'is not', null)
  const isDocument = kind === 'document'
  return page
    .where('files.width', 'is', null)
    .where(({ eb, val }) => eb('files.mime_type', isDocument ? '~' : '!~', val(DOCUMENTS.source)))
}
