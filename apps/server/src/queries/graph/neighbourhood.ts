import type { RelationType } from '@parley/knowledge'
import type { GraphEdge, GraphEdgeState } from '@parley/protocol'
import type { GraphViewer } from '../../policies/graph-access'
import type { Database } from '../../store/database'
import { readEdges } from './read-edges'

export interface NeighbourhoodWanted {
  readonly startIds: readonly string[]
  readonly depth: number
  readonly types?: readonly RelationType[] | undefined
  readonly asOf: Date | null
  readonly states: readonly GraphEdgeState[]
}

/** Edges of one step, and of all together. */
const MOST_OF_STEP = 200
const MOST = 400

/** Edges around some entities, step by step; bounded, and says when it was cut. */
export async function readNeighbourhood(rows: Database, viewer: GraphViewer, wanted: NeighbourhoodWanted) {
  const edges = new Map<string, GraphEdge>()
  const seen = new Set<string>()
  let open = [...wanted.startIds]
  let isCut = false
  for (let step = 0; step < wanted.depth && open.length > 0 && edges.size < MOST; step++) {
    for (const id of open) seen.add(id)
    const { types, asOf, states } = wanted
    const found = await readEdges(rows, viewer, { entityIds: open, types, asOf, states, limit: MOST_OF_STEP })
    isCut ||= found.length >= MOST_OF_STEP
    for (const edge of found) edges.set(edge.id, edge)
    // A date or a state is shared by chance: nothing belongs together because both are due on Friday.
    const passable = found.filter(({ type }) => type !== 'due' && type !== 'has_status')
    open = [...new Set(passable.flatMap(({ fromId, toId }) => [fromId, toId] as string[]))].filter(
      (id) => !seen.has(id),
    )
  }
  return { edges: [...edges.values()], isCut: isCut || edges.size >= MOST }
}
