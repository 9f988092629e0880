import { type OwnedTask, RELATION_MODEL, type SaidMessage } from '@parley/knowledge'
import { sql } from 'kysely'
import { type GraphViewer, mayReadEvidence } from '../../policies/graph-access'
import type { Database } from '../../store/database'
import { EDGE_UNTIL } from '../graph/edge-until'

/**
 * Who has to do with what, as these messages say it: whoever may read a message may know what was read of it. What has ended
 * since, as far as the viewer may read of it, makes nobody an expert.
 */
export async function knownByGraph(
  rows: Database,
  messages: readonly SaidMessage[],
  viewer: GraphViewer,
  now: Date,
): Promise<OwnedTask[]> {
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
    .where(holds(viewer, now))
    .where('person.user_id', 'is not', null)
    .where('matter.user_id', 'is', null)
    .execute()
  return found.flatMap(({ user_id: ownerId, name: title, message_id: messageId }) =>
    ownerId && messageId ? [{ ownerId, title, messageId }] : [],
  )
}

/** Whether the edge of `graph_links` is not over. */
const holds = (viewer: GraphViewer, now: Date) => sql<boolean>`(
  select coalesce(${EDGE_UNTIL} > ${now}::timestamptz, true) from graph_evidence evidence
  where evidence.edge_id = graph_links.id and ${mayReadEvidence(viewer)})`
