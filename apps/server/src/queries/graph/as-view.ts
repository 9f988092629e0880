import type { GraphEdge, GraphView } from '@parley/protocol'
import type { GraphViewer } from '../../policies/graph-access'
import type { Database } from '../../store/database'
import { readEntities } from './read-entities'

/** Edges with what stands at their ends; of one whose end the viewer knows nothing of, nothing is told. */
export async function asView(
  rows: Database,
  viewer: GraphViewer,
  edges: readonly GraphEdge[],
  alsoIds: readonly string[] = [],
): Promise<GraphView> {
  const ids = [...alsoIds, ...edges.flatMap(({ fromId, toId }) => [fromId, toId] as string[])]
  const entities = await readEntities(rows, viewer, ids)
  const known = new Set(entities.map(({ id }) => id))
  return { entities, edges: edges.filter(({ fromId, toId }) => known.has(fromId) && known.has(toId)) }
}
