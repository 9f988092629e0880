import type { GraphEdge, GraphEntity } from '@parley/protocol'
import { useCallback } from 'react'
import { isTextKey } from '../../app/texts'
import { useText } from '../../app/use-text'

export interface GraphWords {
  /** A state in the reader's language, anything else by its name. */
  nameOf(entity: GraphEntity | undefined): string
  /** "Li Na is responsible for the payment gateway". */
  sayEdge(edge: GraphEdge, entities: readonly GraphEntity[]): string
}

/** Entities and edges in the reader's words. */
export function useGraphWords(): GraphWords {
  const text = useText()
  const nameOf = useCallback(
    (entity: GraphEntity | undefined) => {
      const key = `web.graph.status.${entity?.name}`
      return entity?.kind === 'status' && isTextKey(key) ? text(key as 'web.graph.status.done') : (entity?.name ?? '')
    },
    [text],
  )
  const sayEdge = useCallback(
    ({ fromId, toId, type }: GraphEdge, entities: readonly GraphEntity[]) => {
      const find = (id: string) => entities.find((entity) => entity.id === id)
      return [nameOf(find(fromId)), text(`web.graph.relation.${type}`), nameOf(find(toId))].join(' ')
    },
    [nameOf, text],
  )
  return { nameOf, sayEdge }
}
