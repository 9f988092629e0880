import type { CommandAnswer } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../actor'
import { type IncomingDocument, takeIn } from '../commands/knowledge/add-document'
import type { Services } from '../services'
import type { Database } from '../store/database'
import { jsonText } from '../store/json-text'
import type { FoundDocument } from './found-item'
import type { SourceRow } from './source-rows'

type Added = CommandAnswer<'knowledge.addDocument'>
type ItemToTake = Pick<FoundDocument, 'key' | 'title' | 'fingerprint' | 'content' | 'memory' | 'origin'>

/**
 * Takes in what a source holds under a key: the first time as a document of its own, then as versions of it. Its id is
 * written down before it is taken in, so that whoever is interrupted finds it again.
 */
export async function takeItem(
  services: Services,
  actor: Actor,
  source: Pick<SourceRow, 'id' | 'workspace_id' | 'collection_id'>,
  item: ItemToTake,
): Promise<Added> {
  const { rows, now } = services.store
  const held = await holdItem(rows, source, item.key, now())
  const { title, content, origin } = item
  const incoming: IncomingDocument = { title, content: detached(content), origin, fileName: null, ...held }
  const added = await takeIn(services, actor, { collectionId: source.collection_id, ...incoming })
  await noteTaken(rows, source.id, item, now())
  return added
}

/** Where it goes: the document that it became before, else an id for a new one. */
async function holdItem(
  rows: Database,
  { id, workspace_id }: Pick<SourceRow, 'id' | 'workspace_id'>,
  key: string,
  now: Date,
): Promise<Pick<IncomingDocument, 'documentId' | 'newId'>> {
  const item = await rows
    .insertInto('source_items')
    .values({ source_id: id, key, workspace_id, document_id: uuidv7(), seen_at: now })
    .onConflict((conflict) => conflict.columns(['source_id', 'key']).doUpdateSet({ seen_at: now }))
    .returning(['document_id', 'fingerprint'])
    .executeTakeFirstOrThrow()
  const document = await rows.selectFrom('documents').select('id').where('id', '=', item.document_id).executeTakeFirst()
  if (document) return { documentId: document.id }
  if (item.fingerprint === null) return { newId: item.document_id }
  // Somebody removed what it was before: it comes back as another document.
  const newId = uuidv7()
  await itemOf(rows, id, key).set({ document_id: newId, fingerprint: null }).execute()
  return { newId }
}

async function noteTaken(rows: Database, sourceId: string, item: ItemToTake, now: Date): Promise<void> {
  const memory = item.memory ? jsonText(item.memory) : null
  const taken = { fingerprint: item.fingerprint, memory, failure: null, seen_at: now }
  await itemOf(rows, sourceId, item.key).set(taken).execute()
}

export const itemOf = (rows: Database, sourceId: string, key: string) =>
  rows.updateTable('source_items').where('source_id', '=', sourceId).where('key', '=', key)

/** Bytes of their own: they change threads. */
const detached = (content: IncomingDocument['content']): IncomingDocument['content'] =>
  'bytes' in content ? { ...content, bytes: new Uint8Array(content.bytes) } : content
