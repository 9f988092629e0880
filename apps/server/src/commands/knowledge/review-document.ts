import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireAhead } from '../../policies/planned-limits'
import { versionsOf } from '../../queries/read-document-health'
import type { Services } from '../../services'
import { findChangeableDocument } from './find-document'
import { planReview } from './plan-review'

/** Somebody who looks after a document says that it is still right; who looks after it is reminded when that ends. */
export async function reviewDocument(
  services: Services,
  actor: Actor,
  { documentId, nextAt }: CommandInput<'knowledge.reviewDocument'>,
): Promise<CommandAnswer<'knowledge.reviewDocument'>> {
  const { rows, now } = services.store
  const { id, title, owner_id } = await findChangeableDocument(rows, actor, documentId)
  if (nextAt) requireAhead(nextAt, now())
  const reviewed = {
    reviewed_at: now(),
    reviewed_by: actor.userId,
    review_at: nextAt === null ? null : new Date(nextAt),
  }
  await rows.updateTable('documents').set(reviewed).where('id', '=', id).execute()
  const ownerId = owner_id ?? actor.userId
  await planReview(services, actor, { kind: 'document', id, ownerId, title, at: nextAt })
  return {}
}

/** Takes a document out of answers, at once, and leaves it to be read; or puts it back. */
export async function setDocumentOutdated(
  { store, library, knowledge }: Services,
  actor: Actor,
  { documentId, isOutdated }: CommandInput<'knowledge.setOutdated'>,
): Promise<CommandAnswer<'knowledge.setOutdated'>> {
  const { id, collection_id } = await findChangeableDocument(store.rows, actor, documentId)
  const outdated_at = isOutdated ? store.now() : null
  await store.rows.updateTable('documents').set({ outdated_at }).where('id', '=', id).execute()
  if (isOutdated) await library.remove(id)
  else await library.restore(id)
  knowledge.tell(collection_id, 'documents')
  return {}
}

/** Two documents are right to be alike, or to differ; said until one of them changes. */
export async function dismissFinding(
  { store }: Services,
  actor: Actor,
  { documentId, otherId, kind }: CommandInput<'knowledge.dismissFinding'>,
): Promise<CommandAnswer<'knowledge.dismissFinding'>> {
  await findChangeableDocument(store.rows, actor, documentId)
  const [first = '', second = ''] = [documentId, otherId].sort()
  await store.rows
    .updateTable('document_findings')
    .from('documents as one')
    .from('documents as other')
    .set({ dismissed_for: versionsOf('one', 'other') })
    .whereRef('one.id', '=', 'document_findings.document_id')
    .whereRef('other.id', '=', 'document_findings.other_id')
    .where('document_id', '=', first)
    .where('other_id', '=', second)
    .where('kind', '=', kind)
    .execute()
  return {}
}
