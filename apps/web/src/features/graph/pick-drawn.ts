import type { GraphEdge, GraphEntity } from '@parley/protocol'

/**
 * What is drawn of a neighbourhood that is too large: the middle always, then whatever is reached from it, nearest first and
 * by the surest edges, which come first.
 */
export function pickDrawn(
  entities: readonly GraphEntity[],
  edges: readonly GraphEdge[],
  middleId: string,
  most: number,
): GraphEntity[] {
  const byId = new Map<string, GraphEntity>(entities.map((entity) => [entity.id, entity]))
  const order = new Set([middleId])
  for (const id of order) {
    for (const { fromId, toId } of edges) {
      if (fromId === id) order.add(toId)
      if (toId === id) order.add(fromId)
    }
    if (order.size >= most) break
  }
  return [...order].slice(0, most).flatMap((id) => byId.get(id) ?? [])
}
