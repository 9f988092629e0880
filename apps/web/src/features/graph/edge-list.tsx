import type { GraphEdge, GraphEntity, GraphSay } from '@parley/protocol'
import { EdgeRow } from './edge-row'

export interface EdgeListProps {
  readonly edges: readonly GraphEdge[]
  readonly entities: readonly GraphEntity[]
  readonly say: GraphSay
  readonly onChanged: () => void
}

export function EdgeList({ edges, entities, say, onChanged }: EdgeListProps) {
  return (
    <ul className="graph__edges">
      {edges.map((edge) => (
        <EdgeRow key={edge.id} edge={edge} entities={entities} say={say} onChanged={onChanged} />
      ))}
    </ul>
  )
}
