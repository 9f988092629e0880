import { createHash } from 'node:crypto'
import { type CommandAnswer, type CommandInput, type DocumentId, ParleyError } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import type { DocumentContent } from '../../library/document-content'
import { asDocumentSummary, selectDocuments } from '../../queries/read-documents'
import type { Services } from '../../services'
import { chooseCollection } from './choose-collection'
import { findChangeableDocument } from './find-document'
import { findDuplicate, findFormerFile } from './find-twin'

type Added = CommandAnswer<'knowledge.addDocument'>

/** Takes a text into a collection that the actor may read; it is findable when this answers. */
export function addDocument(
  services: Services,
  actor: Actor,
  { mimeType, text, ...others }: CommandInput<'knowledge.addDocument'>,
): Promise<Added> {
  return takeIn(services, actor, { ...others, fileName: null, content: { mimeType, text } })
}

export interface IncomingDocument {
  readonly title: string
  readonly collectionId?: string | undefined
  /** What it is the next version of. */
  readonly documentId?: string | undefined
  /** The id that it gets when it is new. */
  readonly newId?: string | undefined
  /** What of its source it is: a commit. */
  readonly origin?: string | undefined
  readonly fileName: string | null
  readonly content: Extract<DocumentContent, { text: string } | { bytes: Uint8Array }>
}

/** The same for whatever comes in, a file too. What another version came before meanwhile follows that one. */
export async function takeIn(services: Services, actor: Actor, incoming: IncomingDocument): Promise<Added> {
  try {
    return await takeInOnce(services, actor, incoming)
  } catch (error) {
    const isOvertaken =
      error instanceof ParleyError && error.code === 'not_found' && error.parameters.kind === 'document'
    if (!isOvertaken) throw error
    return takeInOnce(services, actor, incoming)
  }
}

async function takeInOnce(services: Services, actor: Actor, incoming: IncomingDocument): Promise<Added> {
  if (actor.role === 'guest') throw new ParleyError('forbidden', { action: 'add_document' })
  const { rows } = services.store
  const contentHash = hashOf(incoming.content)
  const former = await findFormer(services, actor, incoming)
  const collectionId = former?.collection_id ?? (await chooseCollection(rows, actor, incoming.collectionId))
  const twin = await findDuplicate(rows, actor, contentHash, collectionId)
  if (former && former.content_hash === contentHash) return unchanged(services, former.id)
  if (!former && incoming.fileName !== null && twin?.collection_id === collectionId) return unchanged(services, twin.id)
  const { row, keptPassages } = await services.library.add({
    ...{ id: former?.id ?? incoming.newId ?? uuidv7(), version: (former?.version ?? 0) + 1 },
    ...{ workspaceId: actor.workspaceId, collectionId, addedBy: actor.userId, contentHash },
    ...{ title: incoming.title.trim(), fileName: incoming.fileName, content: incoming.content },
    origin: incoming.origin,
  })
  services.graph.heedDocuments()
  services.knowledge.tell(collectionId, 'documents')
  const duplicateOf = twin && twin.id !== row.id ? { id: twin.id as DocumentId, title: twin.title } : null
  return { document: asDocumentSummary(row), outcome: former ? 'new-version' : 'added', keptPassages, duplicateOf }
}

/** The document that this is the next version of: the one named, or of a file the one that the actor added by its name. */
async function findFormer({ store }: Services, actor: Actor, { documentId, collectionId, fileName }: IncomingDocument) {
  if (documentId) return findChangeableDocument(store.rows, actor, documentId)
  if (fileName === null) return undefined
  return findFormerFile(store.rows, actor, await chooseCollection(store.rows, actor, collectionId), fileName)
}

async function unchanged({ store }: Services, documentId: string): Promise<Added> {
  const row = await selectDocuments(store.rows).where('id', '=', documentId).executeTakeFirstOrThrow()
  return { document: asDocumentSummary(row), outcome: 'unchanged', keptPassages: row.passage_count, duplicateOf: null }
}

const hashOf = (content: IncomingDocument['content']): string =>
  createHash('sha256')
    .update('text' in content ? content.text : content.bytes)
    .digest('hex')
