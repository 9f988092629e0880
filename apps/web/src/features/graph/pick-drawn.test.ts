import type { GraphEdge, GraphEntity } from '@parley/protocol'
import { expect, it } from 'vitest'
import { pickDrawn } from './pick-drawn'

const entity = (id: string) => ({ id, name: id, kind: 'system' }) as unknown as GraphEntity
const edge = (fromId: string, toId: string) => ({ id: fromId + toId, fromId, toId }) as unknown as GraphEdge

it('draws the middle, also where it comes last of more than fit, and what is nearest to it', () => {
  const far = Array.from({ length: 50 }, (_, at) => entity(`far${at}`))
  const entities = [...far, entity('near'), entity('middle')]
  const edges = [...far.map(({ id }) => edge('near', id)), edge('near', 'middle')]
  const drawn = pickDrawn(entities, edges, 'middle', 40).map(({ id }) => id)
  expect(drawn).toHaveLength(40)
  expect(drawn.slice(0, 2)).toEqual(['middle', 'near'])
})
