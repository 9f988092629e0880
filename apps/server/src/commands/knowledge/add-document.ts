import type { CommandAnswer, CommandInput } from '@parley/protocol'
import { ParleyError } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import type { DocumentContent } from '../../library/document-content'
import { asDocumentSummary } from '../../queries/read-documents'
import type { Services } from '../../services'
import { chooseCollection } from './choose-collection'

/** Takes a text into a collection that the actor may read; it is findable when this answers. */
export function addDocument(
  services: Services,
  actor: Actor,
  { title, mimeType, text, collectionId }: CommandInput<'knowledge.addDocument'>,
): Promise<CommandAnswer<'knowledge.addDocument'>> {
  return takeIn(services, actor, { title, collectionId, content: { mimeType, text } })
}

export interface IncomingDocument {
  readonly title: string
  readonly collectionId: string | undefined
  readonly content: DocumentContent
}

/** The same for whatever comes in, a file too. */
export async function takeIn(
  { store, library }: Services,
  actor: Actor,
  { title, collectionId, content }: IncomingDocument,
): Promise<CommandAnswer<'knowledge.addDocument'>> {
  if (actor.role === 'guest') throw new ParleyError('forbidden', { action: 'add_document' })
  const row = await library.add({
    id: uuidv7(),
    workspaceId: actor.workspaceId,
    collectionId: await chooseCollection(store.rows, actor, collectionId),
    title: title.trim(),
    content,
    addedBy: actor.userId,
  })
  return { document: asDocumentSummary(row) }
}
