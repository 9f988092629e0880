import type { GraphEdge, GraphEntity } from '@parley/protocol'
import { EdgeRow } from './edge-row'

export interface EdgeListProps {
  readonly edges: readonly GraphEdge[]
  readonly entities: readonly GraphEntity[]
  readonly onChanged: () => void
}

export function EdgeList({ edges, entities, onChanged }: EdgeListProps) {
  return (
    <ul className="graph__edges">
      {edges.map((edge) => (
        <EdgeRow key={edge.id} edge={edge} entities={entities} onChanged={onChanged} />
      ))}
    </ul>
  )
}
