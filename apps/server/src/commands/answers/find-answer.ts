import { ParleyError } from '@parley/protocol'
import { type Actor, isAdministrator } from '../../actor'
import { readableCollectionIds } from '../../policies/access'
import type { Database } from '../../store/database'

/**
 * A curated answer that the actor may change: its owner, the owner of its collection, and administrators, as far as they
 * may read it. To others it does not exist.
 */
export async function findChangeableAnswer(rows: Database, actor: Actor, answerId: string) {
  const readable = await readableCollectionIds(rows, actor)
  const answer = await rows
    .selectFrom('curated_answers')
    .innerJoin('collections', 'collections.id', 'curated_answers.collection_id')
    .selectAll('curated_answers')
    .select('collections.owner_id as collection_owner_id')
    .where('curated_answers.id', '=', answerId)
    .where('curated_answers.workspace_id', '=', actor.workspaceId)
    .executeTakeFirst()
  if (!answer || !readable.includes(answer.collection_id)) {
    throw new ParleyError('not_found', { kind: 'answer', id: answerId })
  }
  const isTheirs = answer.owner_id === actor.userId || answer.collection_owner_id === actor.userId
  if (!isTheirs && !isAdministrator(actor)) throw new ParleyError('forbidden', { action: 'change_answer' })
  return answer
}
