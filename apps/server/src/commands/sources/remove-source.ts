import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { readHeldItems } from '../../sources/source-items'
import { dropDocument } from '../knowledge/remove-document'
import { findChangeableSource } from './find-source'

/** Takes nothing more in from a source; its documents stay, unless they are to go with it. */
export async function removeSource(
  services: Services,
  actor: Actor,
  { sourceId, removesDocuments }: CommandInput<'sources.remove'>,
): Promise<CommandAnswer<'sources.remove'>> {
  const { rows } = services.store
  const { id, workspace_id, collection_id } = await findChangeableSource(rows, actor, sourceId)
  await rows.updateTable('document_sources').set({ is_paused: true }).where('id', '=', id).execute()
  await services.sources.cancel(id)
  const held = await readHeldItems(rows, id)
  await rows.deleteFrom('document_sources').where('id', '=', id).execute()
  services.knowledge.tell(collection_id, 'sources')
  if (!removesDocuments) return {}
  for (const { documentId, isHere } of held.values()) if (isHere) await dropDocument(services, workspace_id, documentId)
  return {}
}
