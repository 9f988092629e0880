import { ParleyError } from '@parley/protocol'
import { type Actor, isAdministrator } from '../../actor'
import { readableCollectionIds } from '../../policies/access'
import type { Database } from '../../store/database'

/** A collection that the actor may change: its owner and administrators, as far as they may read it. */
export async function findChangeableCollection(rows: Database, actor: Actor, collectionId: string) {
  const readable = await readableCollectionIds(rows, actor)
  const unknown = new ParleyError('not_found', { kind: 'collection', id: collectionId })
  if (!readable.includes(collectionId)) throw unknown
  const collection = await rows
    .selectFrom('collections')
    .selectAll()
    .where('id', '=', collectionId)
    .where('workspace_id', '=', actor.workspaceId)
    .executeTakeFirst()
  if (!collection) throw unknown
  if (collection.owner_id !== actor.userId && !isAdministrator(actor)) {
    throw new ParleyError('forbidden', { action: 'change_collection' })
  }
  return collection
}
