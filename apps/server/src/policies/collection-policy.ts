import type { CollectionId } from '@parley/protocol'
import { type Actor, isAdministrator } from '../actor'
import type { Database } from '../store/database'
import { readableCollectionIds } from './access'

/** Collections of which the actor is the owner. */
const selectOwned = (rows: Database, { workspaceId, userId }: Actor) =>
  rows.selectFrom('collections').select('id').where('workspace_id', '=', workspaceId).where('owner_id', '=', userId)

/** Whether the actor looks after the knowledge base: administrators, and whoever owns a collection. Guests never. */
export async function isCurator(rows: Database, actor: Actor): Promise<boolean> {
  if (isAdministrator(actor)) return true
  if (actor.role === 'guest') return false
  return (await selectOwned(rows, actor).executeTakeFirst()) !== undefined
}

/** Collections that an actor looks after: those of which they are the owner; of administrators all that they may read. */
export async function ownCollectionIds(rows: Database, actor: Actor): Promise<CollectionId[]> {
  const readable = await readableCollectionIds(rows, actor)
  if (readable.length === 0 || isAdministrator(actor)) return readable as CollectionId[]
  const owned = await selectOwned(rows, actor).where('id', 'in', readable).execute()
  return owned.map(({ id }) => id as CollectionId)
}
