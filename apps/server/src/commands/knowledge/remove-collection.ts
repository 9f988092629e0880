import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { findChangeableCollection } from './find-collection'

/** Removes an empty collection; the workspace's own stays. */
export async function removeCollection(
  { store, knowledge }: Services,
  actor: Actor,
  { collectionId }: CommandInput<'knowledge.removeCollection'>,
): Promise<CommandAnswer<'knowledge.removeCollection'>> {
  const { id, is_default } = await findChangeableCollection(store.rows, actor, collectionId)
  if (is_default) throw new ParleyError('forbidden', { action: 'remove_collection' })
  const removed = await store.rows
    .deleteFrom('collections')
    .where('id', '=', id)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('documents').select('id').whereRef('collection_id', '=', 'collections.id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('curated_answers').select('id').whereRef('collection_id', '=', 'collections.id'))),
    )
    .executeTakeFirst()
  if (removed.numDeletedRows === 0n) throw new ParleyError('collection_in_use')
  knowledge.tell(id, 'documents')
  return {}
}
