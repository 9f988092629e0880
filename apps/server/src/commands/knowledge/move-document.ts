import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import { asDocumentSummary, selectDocuments } from '../../queries/read-documents'
import type { Services } from '../../services'
import { chooseCollection } from './choose-collection'
import { findChangeableDocument } from './find-document'

/** Puts a document into another collection that the actor may read; its readers are told apart by that from now on. */
export async function moveDocument(
  { store, library, knowledge }: Services,
  actor: Actor,
  { documentId, collectionId }: CommandInput<'knowledge.moveDocument'>,
): Promise<CommandAnswer<'knowledge.moveDocument'>> {
  const { collection_id: former } = await findChangeableDocument(store.rows, actor, documentId)
  const wanted = await chooseCollection(store.rows, actor, collectionId)
  await store.rows.updateTable('documents').set({ collection_id: wanted }).where('id', '=', documentId).execute()
  await library.move(documentId, wanted)
  for (const changed of [former, wanted]) knowledge.tell(changed, 'documents')
  return {
    document: asDocumentSummary(
      await selectDocuments(store.rows).where('id', '=', documentId).executeTakeFirstOrThrow(),
    ),
  }
}
