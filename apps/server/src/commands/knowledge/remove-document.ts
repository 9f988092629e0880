import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { findChangeableDocument } from './find-document'

/** Removes a document from the store, and from answers at once. */
export async function removeDocument(
  { store, library }: Services,
  actor: Actor,
  { documentId }: CommandInput<'knowledge.removeDocument'>,
): Promise<CommandAnswer<'knowledge.removeDocument'>> {
  await findChangeableDocument(store.rows, actor, documentId)
  await store.rows.deleteFrom('documents').where('id', '=', documentId).execute()
  await library.remove(documentId)
  return {}
}
