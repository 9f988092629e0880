import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import { readableCollectionIds } from '../../policies/access'
import { asDocumentSummary } from '../../queries/read-documents'
import type { Services } from '../../services'

/** Takes a document into a collection that the actor may read; it is findable when this answers. */
export async function addDocument(
  { store, library }: Services,
  actor: Actor,
  input: CommandInput<'knowledge.addDocument'>,
): Promise<CommandAnswer<'knowledge.addDocument'>> {
  if (actor.role === 'guest') throw new ParleyError('forbidden', { action: 'add_document' })
  const collectionId = await chooseCollection({ store }, actor, input.collectionId)
  const row = await library.add({
    id: uuidv7(),
    workspaceId: actor.workspaceId,
    collectionId,
    title: input.title.trim(),
    mimeType: input.mimeType,
    text: input.text,
    addedBy: actor.userId,
  })
  return { document: asDocumentSummary(row) }
}

async function chooseCollection(
  { store }: Pick<Services, 'store'>,
  actor: Actor,
  wanted: string | undefined,
): Promise<string> {
  if (wanted) {
    const readable = await readableCollectionIds(store.rows, actor)
    if (!readable.includes(wanted)) throw new ParleyError('not_found', { kind: 'collection', id: wanted })
    return wanted
  }
  const collection = await store.rows
    .selectFrom('collections')
    .select('id')
    .where('workspace_id', '=', actor.workspaceId)
    .where('is_default', '=', true)
    .executeTakeFirstOrThrow()
  return collection.id
}
