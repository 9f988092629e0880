import { RELATION_MODEL } from '@parley/knowledge'
import { sql } from 'kysely'
import { mayReadEvidence } from '../../policies/graph-access'
import type { Database } from '../../store/database'
import type { Hearers } from '../ask-talk/hearers'
import { graphViewer } from './graph-viewer'

/** A name that a text holds, as it is compared, and what the same thing is called elsewhere. */
export interface OtherName {
  readonly said: string
  readonly other: string
}

/** Each is asked for anew. */
const MOST = 2

/** The team's other names for what a text names, longest first, as far as whoever hears the answer may read where they stand. */
export async function otherNamesIn(rows: Database, hearers: Hearers, text: string): Promise<OtherName[]> {
  const viewer = await graphViewer(rows, hearers)
  const { rows: found } = await sql<OtherName>`
    select named.name_key as said, others.name as other
    from graph_edges edges
    cross join lateral (values (coalesce(edges.from_as, edges.from_id), coalesce(edges.to_as, edges.to_id)),
                               (coalesce(edges.to_as, edges.to_id), coalesce(edges.from_as, edges.from_id))) as ends (one, other)
    join graph_entities named on named.id = ends.one
    join graph_entities others on others.id = ends.other
    where edges.workspace_id = ${viewer.workspaceId}::uuid and edges.type = 'same_as'
      and edges.decision is distinct from 'rejected'
      and length(named.name_key) > 1 and others.name <> '' and position(named.name_key in lower(${text})) > 0
      and exists (select 1 from graph_evidence evidence where evidence.edge_id = edges.id and not evidence.is_end
                    and (edges.decision = 'confirmed' or evidence.confidence >= ${RELATION_MODEL.threshold}::float8)
                    and ${mayReadEvidence(viewer)})
    order by length(named.name_key) desc, others.name
    limit ${MOST}`.execute(rows)
  return found
}
