import type { FileInfo } from '@parley/protocol'
import type { Selectable } from 'kysely'
import type { Database } from './database'
import { asFileInfo } from './rows'
import type { FileTable } from './schema'

export type FileRow = Selectable<FileTable>

/** Files that are not dropped, by their ids. */
export async function readFiles(rows: Database, ids: readonly string[]): Promise<Map<string, FileInfo>> {
  if (ids.length === 0) return new Map()
  const found = await rows
    .selectFrom('files')
    .selectAll()
    .where('id', 'in', [...ids])
    .where('dropped_at', 'is', null)
    .execute()
  return new Map(found.map((row) => [row.id, asFileInfo(row)]))
}

/** Lets go of what a message shows, in the transaction that deletes it. The bytes follow (`jobs/file-sweeper.ts`). */
export async function dropFilesOf(rows: Database, messageId: string, at: Date): Promise<void> {
  await rows.updateTable('files').set({ dropped_at: at }).where('message_id', '=', messageId).execute()
}
