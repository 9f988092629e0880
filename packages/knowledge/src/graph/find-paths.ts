import type { GraphEdge } from './graph-edge'

/** Edges from one end to the other, in order; an edge may be walked against its direction. */
export type GraphPath = readonly GraphEdge[]

const MOST_PATHS = 5
const MOST_STEPS = 4_000

/** So many take a millisecond or two. */
const STEPS_A_TURN = 200

/**
 * The shortest ways between two entities, surest first among those of one length. Breadth first, bounded; some steps at a time,
 * for whoever has to let others have their turn.
 */
export function* findPaths(
  edges: readonly GraphEdge[],
  fromId: string,
  toId: string,
  longest = 4,
): Generator<void, GraphPath[]> {
  const around = neighbours(edges)
  const found: GraphPath[] = []
  let open: { readonly at: string; readonly path: GraphPath; readonly seen: ReadonlySet<string> }[] = [
    { at: fromId, path: [], seen: new Set([fromId]) },
  ]
  let steps = 0
  while (open.length > 0 && found.length < MOST_PATHS && steps < MOST_STEPS) {
    const next: typeof open = []
    for (const { at, path, seen } of open) {
      for (const edge of around.get(at) ?? []) {
        if (++steps % STEPS_A_TURN === 0) yield
        const other = edge.fromId === at ? edge.toId : edge.fromId
        if (seen.has(other)) continue
        const longer = [...path, edge]
        if (other === toId) found.push(longer)
        else if (longer.length < longest) next.push({ at: other, path: longer, seen: new Set([...seen, other]) })
      }
    }
    open = next
  }
  return found
    .toSorted((one, other) => one.length - other.length || sureness(other) - sureness(one))
    .slice(0, MOST_PATHS)
}

const sureness = (path: GraphPath): number => path.reduce((product, { confidence }) => product * confidence, 1)

function neighbours(edges: readonly GraphEdge[]): Map<string, GraphEdge[]> {
  const around = new Map<string, GraphEdge[]>()
  for (const edge of edges) {
    for (const id of [edge.fromId, edge.toId]) {
      const there = around.get(id)
      if (there) there.push(edge)
      else around.set(id, [edge])
    }
  }
  return around
}
