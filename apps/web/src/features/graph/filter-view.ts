import type { GraphEdge, GraphEntity, GraphEntityId } from '@parley/protocol'
import type { GraphFilterValues } from './graph-filters'

type Filters = Pick<GraphFilterValues, 'kind' | 'source' | 'leastConfidence'>

/** The edges that fit, and what they join; what stands in the middle is always there, whatever kind it is of. */
export function filterView(
  { entities, edges }: { readonly entities: readonly GraphEntity[]; readonly edges: readonly GraphEdge[] },
  { kind, source, leastConfidence }: Filters,
  middleId: GraphEntityId,
) {
  const isWanted = new Set(
    entities.filter((entity) => entity.id === middleId || kind === '' || entity.kind === kind).map(({ id }) => id),
  )
  const fitting = edges.filter(
    ({ fromId, toId, sources, confidence }) =>
      isWanted.has(fromId) &&
      isWanted.has(toId) &&
      (source === '' || sources.includes(source)) &&
      confidence >= leastConfidence,
  )
  const joined = new Set([middleId, ...fitting.flatMap(({ fromId, toId }) => [fromId, toId])])
  return { entities: entities.filter(({ id }) => joined.has(id)), edges: fitting }
}
