import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import { type Actor, isAdministrator } from '../../actor'
import { readableCollectionIds } from '../../policies/access'
import type { Services } from '../../services'

/** Who added a document, and administrators, remove it: from the store, and from answers at once. */
export async function removeDocument(
  { store, library }: Services,
  actor: Actor,
  input: CommandInput<'knowledge.removeDocument'>,
): Promise<CommandAnswer<'knowledge.removeDocument'>> {
  const readable = await readableCollectionIds(store.rows, actor)
  const document = await store.rows
    .selectFrom('documents')
    .select(['added_by', 'collection_id'])
    .where('id', '=', input.documentId)
    .where('workspace_id', '=', actor.workspaceId)
    .executeTakeFirst()
  if (!document || !readable.includes(document.collection_id)) {
    throw new ParleyError('not_found', { kind: 'document', id: input.documentId })
  }
  if (document.added_by !== actor.userId && !isAdministrator(actor)) {
    throw new ParleyError('forbidden', { action: 'remove_document' })
  }
  await store.rows.deleteFrom('documents').where('id', '=', input.documentId).execute()
  await library.remove(input.documentId)
  return {}
}
