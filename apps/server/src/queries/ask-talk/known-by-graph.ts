import { type OwnedTask, RELATION_MODEL, type SaidMessage } from '@parley/knowledge'
import type { Database } from '../../store/database'

/** Who has to do with what, as these messages say it: whoever may read a message may know what was read of it. */
export async function knownByGraph(rows: Database, messages: readonly SaidMessage[]): Promise<OwnedTask[]> {
  if (messages.length === 0) return []
  const ids = messages.map(({ id }) => id)
  const found = await rows
    .selectFrom('graph_evidence')
    .innerJoin('graph_links', 'graph_links.id', 'graph_evidence.edge_id')
    .innerJoin('graph_entities as person', 'person.id', 'graph_links.from_named')
    .innerJoin('graph_entities as matter', 'matter.id', 'graph_links.to_named')
    .select(['person.user_id', 'matter.name', 'graph_evidence.message_id'])
    .where('graph_evidence.message_id', 'in', ids)
    .where('graph_evidence.is_end', '=', false)
    .where('graph_evidence.confidence', '>=', RELATION_MODEL.threshold)
    .where('graph_links.type', 'in', ['knows', 'owns', 'responsible_for', 'works_on'])
    .where((where) =>
      where.or([where('graph_links.decision', 'is', null), where('graph_links.decision', '=', 'confirmed')]),
    )
    .where('person.user_id', 'is not', null)
    .where('matter.user_id', 'is', null)
    .execute()
  return found.flatMap(({ user_id: ownerId, name: title, message_id: messageId }) =>
    ownerId && messageId ? [{ ownerId, title, messageId }] : [],
  )
}
