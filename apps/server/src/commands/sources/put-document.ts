import { createHash } from 'node:crypto'
import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { MOST_DOCUMENTS } from '../../sources/found-item'
import { forgetItem } from '../../sources/remove-gone'
import { takeItem } from '../../sources/take-item'
import type { Database } from '../../store/database'
import { findChangeableDocument } from '../knowledge/find-document'
import { dropDocument } from '../knowledge/remove-document'
import { findSource } from './find-source'

/** Takes a document in under a key of whoever sends it: the same key replaces it, the same content changes nothing. */
export async function putDocument(
  services: Services,
  actor: Actor,
  { sourceId, key, title, text, mimeType }: CommandInput<'sources.putDocument'>,
): Promise<CommandAnswer<'sources.putDocument'>> {
  const source = await findApiSource(services, actor, sourceId)
  if (source.is_paused) throw new ParleyError('source_paused')
  if (actor.role === 'guest') throw new ParleyError('forbidden', { action: 'add_document' })
  await requireRoom(services.store.rows, source.id, key)
  const fingerprint = createHash('sha256').update(text).digest('hex')
  const item = { key, title, fingerprint, content: { mimeType, text } }
  const { document, outcome, duplicateOf } = await services.repeats.take(`source/${sourceId}/${key}`, () =>
    takeItem(services, actor, source, item),
  )
  services.knowledge.tell(source.collection_id, 'sources')
  return { document, outcome, duplicateOf }
}

/** Takes it back; no answer rests on it when this answers. */
export async function withdrawDocument(
  services: Services,
  actor: Actor,
  { sourceId, key }: CommandInput<'sources.withdrawDocument'>,
): Promise<CommandAnswer<'sources.withdrawDocument'>> {
  const source = await findApiSource(services, actor, sourceId)
  const { rows } = services.store
  const item = await rows
    .selectFrom('source_items')
    .select('document_id')
    .where('source_id', '=', source.id)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!item) throw new ParleyError('not_found', { kind: 'document', id: key })
  if (await isHere(rows, item.document_id)) {
    const { id } = await findChangeableDocument(rows, actor, item.document_id)
    await dropDocument(services, actor.workspaceId, id)
  }
  await forgetItem(services, source.id, key)
  services.knowledge.tell(source.collection_id, 'sources')
  return {}
}

/** It may have been removed by hand, or never have come in. */
const isHere = async (rows: Database, documentId: string): Promise<boolean> =>
  (await rows.selectFrom('documents').select('id').where('id', '=', documentId).executeTakeFirst()) !== undefined

async function findApiSource({ store }: Services, actor: Actor, sourceId: string) {
  const source = await findSource(store.rows, actor, sourceId)
  if (source.kind !== 'api') throw new ParleyError('forbidden', { action: 'put_document' })
  return source
}

/** What is there already needs none. */
async function requireRoom(rows: Database, sourceId: string, key: string): Promise<void> {
  const { count } = await rows
    .selectFrom('source_items')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('source_id', '=', sourceId)
    .where('key', '!=', key)
    .executeTakeFirstOrThrow()
  if (Number(count) >= MOST_DOCUMENTS) throw new ParleyError('source_full', { limit: MOST_DOCUMENTS })
}
