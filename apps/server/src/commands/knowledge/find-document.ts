import { ParleyError } from '@parley/protocol'
import { type Actor, isAdministrator } from '../../actor'
import { readableCollectionIds } from '../../policies/access'
import type { Database } from '../../store/database'

/**
 * A document that the actor may change: who added it, who looks after its collection, and administrators, as far as they
 * may read it. To others it does not exist.
 */
export async function findChangeableDocument(rows: Database, actor: Actor, documentId: string) {
  const readable = await readableCollectionIds(rows, actor)
  const document = await rows
    .selectFrom('documents')
    .innerJoin('collections', 'collections.id', 'documents.collection_id')
    .select(['documents.id', 'title', 'version', 'collection_id', 'content_hash', 'added_by', 'owner_id'])
    .where('documents.id', '=', documentId)
    .where('documents.workspace_id', '=', actor.workspaceId)
    .executeTakeFirst()
  if (!document || !readable.includes(document.collection_id)) {
    throw new ParleyError('not_found', { kind: 'document', id: documentId })
  }
  const isTheirs = document.added_by === actor.userId || document.owner_id === actor.userId
  if (!isTheirs && !isAdministrator(actor)) throw new ParleyError('forbidden', { action: 'change_document' })
  return document
}
