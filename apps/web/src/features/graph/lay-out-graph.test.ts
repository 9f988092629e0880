import type { GraphEdge, GraphEntity } from '@parley/protocol'
import { describe, expect, it } from 'vitest'
import { layOutGraph } from './lay-out-graph'

const entities = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: id, kind: 'system' }) as unknown as GraphEntity)
const edges = [
  ['a', 'b'],
  ['a', 'c'],
  ['c', 'd'],
].map(([fromId, toId]) => ({ id: `${fromId}${toId}`, type: 'depends_on', fromId, toId }) as unknown as GraphEdge)
const size = { width: 640, height: 360, middleId: 'a' }

describe('a graph that is drawn', () => {
  it('has the middle one in the middle, and everything within the picture', () => {
    const placed = layOutGraph(entities, edges, size)
    expect(placed[0]).toMatchObject({ x: 320, y: 180 })
    expect(placed.every(({ x, y }) => x >= 70 && x <= 570 && y >= 34 && y <= 326)).toBe(true)
  })

  it('keeps entities apart, and is drawn the same again', () => {
    const placed = layOutGraph(entities, edges, size)
    const distances = placed.flatMap((one, at) =>
      placed.slice(at + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
    )
    expect(Math.min(...distances)).toBeGreaterThan(40)
    expect(layOutGraph(entities, edges, size)).toEqual(placed)
  })

  it('leaves what stays about where it was when something is added', () => {
    const before = layOutGraph(entities, edges, size)
    const more = { id: 'e', name: 'e', kind: 'person' } as unknown as GraphEntity
    const edge = { id: 'be', type: 'owns', fromId: 'e', toId: 'b' } as unknown as GraphEdge
    const after = layOutGraph([more, ...entities], [edge, ...edges], size)
    const moved = before.map(({ entity, x, y }) => {
      const now = after.find((one) => one.entity.id === entity.id)
      return Math.hypot((now?.x ?? 0) - x, (now?.y ?? 0) - y)
    })
    expect(Math.max(...moved)).toBeLessThan(100)
  })

  it('stands edges that lead nowhere', () => {
    const lost = { ...edges[0]!, toId: 'gone' } as unknown as GraphEdge
    expect(layOutGraph(entities, [...edges, lost], size)).toHaveLength(4)
  })
})
