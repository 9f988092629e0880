import type { FileInfo, Message, Reaction } from '@parley/protocol'
import { type Selectable, sql } from 'kysely'
import type { Database } from './database'
import { readFiles } from './files'
import { pollOf, readVotes } from './polls'
import { asMessage } from './rows'
import type { MessageTable } from './schema'

/** Stored messages as people see them, reactions, files and votes joined; in the order given. */
export async function asMessages(rows: Database, found: readonly Selectable<MessageTable>[]): Promise<Message[]> {
  const reactions = await readReactions(
    rows,
    found.map((row) => row.id),
  )
  const files = await readFiles(
    rows,
    found.flatMap((row) => row.file_ids),
  )
  const votes = await readVotes(
    rows,
    found.flatMap((row) => pollOf(row)?.messageId ?? []),
  )
  return found.map((row) =>
    asMessage(row, {
      reactions: reactions.get(row.id) ?? [],
      files: filesOf(row.file_ids, files),
      votes: votes.get(row.id),
    }),
  )
}

const filesOf = (ids: readonly string[], files: ReadonlyMap<string, FileInfo>) =>
  ids.flatMap((id) => files.get(id) ?? [])

/** One message as it is now; it must exist. */
export async function readMessage(rows: Database, messageId: string): Promise<Message> {
  const row = await rows.selectFrom('messages').selectAll().where('id', '=', messageId).executeTakeFirstOrThrow()
  const [message] = await asMessages(rows, [row])
  if (!message) throw new Error('a row became no message')
  return message
}

/** By emoji in code point order, so that a count that changes moves nothing; people in the order of their reactions. */
async function readReactions(rows: Database, messageIds: readonly string[]): Promise<Map<string, Reaction[]>> {
  const reactions = new Map<string, Reaction[]>()
  if (messageIds.length === 0) return reactions
  const found = await rows
    .selectFrom('reactions')
    .select(['message_id', 'emoji', sql<string[]>`array_agg(user_id order by seq)`.as('user_ids')])
    .where('message_id', 'in', [...messageIds])
    .groupBy(['message_id', 'emoji'])
    .orderBy('message_id')
    .orderBy(sql`emoji collate "C"`)
    .execute()
  for (const row of found) {
    const reaction = { emoji: row.emoji, userIds: row.user_ids as Reaction['userIds'] }
    reactions.set(row.message_id, [...(reactions.get(row.message_id) ?? []), reaction])
  }
  return reactions
}
