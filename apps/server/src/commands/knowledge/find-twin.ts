import type { Actor } from '../../actor'
import { readableCollectionIds } from '../../policies/access'
import type { Database } from '../../store/database'

const columns = ['id', 'title', 'version', 'collection_id', 'content_hash'] as const

/** A document with this very content that the actor may read: in that collection rather than elsewhere, then the oldest. */
export async function findDuplicate(rows: Database, actor: Actor, contentHash: string, collectionId: string) {
  const readable = await readableCollectionIds(rows, actor)
  if (readable.length === 0) return undefined
  return rows
    .selectFrom('documents')
    .select(columns)
    .where('workspace_id', '=', actor.workspaceId)
    .where('content_hash', '=', contentHash)
    .where('collection_id', 'in', readable)
    .orderBy(({ eb }) => eb('collection_id', '=', collectionId), 'desc')
    .orderBy('id')
    .executeTakeFirst()
}

/** The file of that name that the actor put into the collection before. */
export function findFormerFile(rows: Database, actor: Actor, collectionId: string, fileName: string) {
  return rows
    .selectFrom('documents')
    .select(columns)
    .where('collection_id', '=', collectionId)
    .where('file_name', '=', fileName)
    .where('added_by', '=', actor.userId)
    .orderBy('id', 'desc')
    .executeTakeFirst()
}
