import { type GraphEdge, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { ownView } from '../../queries/graph/graph-viewer'
import { readEdges } from '../../queries/graph/read-edges'
import type { Database } from '../../store/database'

/** An edge as the actor sees it, with the people that it is about. To whoever may read nothing of it, it does not exist. */
export async function findEdge(
  rows: Database,
  actor: Actor,
  edgeId: string,
): Promise<{ edge: GraphEdge; aboutIds: string[] }> {
  const states = ['found', 'proposed', 'confirmed', 'rejected'] as const
  const viewer = await ownView(rows, actor)
  const [edge] = await readEdges(rows, viewer, { edgeIds: [edgeId], asOf: null, states, limit: 1 })
  if (!edge) throw new ParleyError('not_found', { kind: 'edge', id: edgeId })
  const people = await rows
    .selectFrom('graph_entities')
    .select('user_id')
    .where('root_id', 'in', [edge.fromId, edge.toId])
    .where('user_id', 'is not', null)
    .execute()
  return { edge, aboutIds: people.flatMap(({ user_id }) => user_id ?? []) }
}

/** Merged entities may have the same edge twice, which shows as one: left undecided, the other would stand up for it. */
export const shownAs = (rows: Database, workspaceId: string, { type, fromId, toId }: GraphEdge) =>
  rows
    .selectFrom('graph_links')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('type', '=', type)
    .where('from_root', '=', fromId)
    .where('to_root', '=', toId)
