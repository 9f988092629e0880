import type { GraphEdge, GraphEntity, GraphEntityId } from '@parley/protocol'
import { expect, it } from 'vitest'
import { filterView } from './filter-view'

const entity = (id: string, kind: string) => ({ id, name: id, kind }) as unknown as GraphEntity
const edge = (toId: string, confidence: number, sources: string[]) =>
  ({ id: toId, fromId: 'middle', toId, confidence, sources }) as unknown as GraphEdge
const view = {
  entities: [entity('middle', 'system'), entity('li', 'person'), entity('ledger', 'system')],
  edges: [edge('li', 0.95, ['message', 'stated']), edge('ledger', 0.7, ['document'])],
}
const all = { kind: '', source: '', leastConfidence: 0 } as const
const left = (filters: Partial<Parameters<typeof filterView>[1]>) =>
  filterView(view, { ...all, ...filters }, 'middle' as GraphEntityId).entities.map(({ id }) => id)

it('keeps the middle and what fits by kind, source and confidence', () => {
  expect(left({})).toEqual(['middle', 'li', 'ledger'])
  expect(left({ kind: 'person' })).toEqual(['middle', 'li'])
  expect(left({ source: 'document' })).toEqual(['middle', 'ledger'])
  expect(left({ source: 'stated', kind: 'system' })).toEqual(['middle'])
  expect(left({ leastConfidence: 0.9 })).toEqual(['middle', 'li'])
})
