import type { CollectionId } from '@parley/protocol'
import { type Actor, isAdministrator } from '../actor'
import { readableCollectionIds } from '../policies/access'
import type { Database } from '../store/database'

/** Collections that an actor looks after: those of which they are the owner; of administrators all that they may read. */
export async function ownCollectionIds(rows: Database, actor: Actor): Promise<CollectionId[]> {
  const readable = await readableCollectionIds(rows, actor)
  if (readable.length === 0 || isAdministrator(actor)) return readable as CollectionId[]
  const owned = await rows
    .selectFrom('collections')
    .select('id')
    .where('id', 'in', readable)
    .where('owner_id', '=', actor.userId)
    .execute()
  return owned.map(({ id }) => id as CollectionId)
}
