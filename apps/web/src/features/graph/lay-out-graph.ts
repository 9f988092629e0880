import type { GraphEdge, GraphEntity } from '@parley/protocol'
import { forceCenter, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force'

/** An entity and where it is drawn. */
export interface PlacedEntity {
  readonly entity: GraphEntity
  readonly x: number
  readonly y: number
}

/** Enough to come to rest; computed at once, so that nothing moves before the reader's eyes. */
const TICKS = 240
const MARGIN = { x: 70, y: 34 } as const

interface Body {
  readonly id: string
  x?: number
  y?: number
  fx?: number
  fy?: number
}

/** Places entities by their edges, the middle one in the middle. The same graph is always drawn the same. */
export function layOutGraph(
  entities: readonly GraphEntity[],
  edges: readonly GraphEdge[],
  size: { readonly width: number; readonly height: number; readonly middleId: string },
): PlacedEntity[] {
  const { width, height, middleId } = size
  const bodies: Body[] = entities.map(({ id }) => (id === middleId ? { id, fx: width / 2, fy: height / 2 } : { id }))
  const known = new Set<string>(entities.map(({ id }) => id))
  const links = edges
    .filter(({ fromId, toId }) => known.has(fromId) && known.has(toId))
    .map(({ fromId, toId }) => ({ source: fromId as string, target: toId as string }))
  forceSimulation(bodies)
    .force(
      'link',
      forceLink<Body, { source: string; target: string }>(links)
        .id(({ id }) => id)
        .distance(distanceOf(width, entities.length)),
    )
    .force('charge', forceManyBody().strength(-420))
    .force('collide', forceCollide(46))
    .force('x', forceX(width / 2).strength(0.04))
    .force('y', forceY(height / 2).strength(0.12))
    .force('center', forceCenter(width / 2, height / 2))
    .stop()
    .tick(TICKS)
  const placeOf = new Map(bodies.map((body) => [body.id, body]))
  return entities.map((entity) => {
    const { x = 0, y = 0 } = placeOf.get(entity.id) ?? {}
    return { entity, x: within(x, MARGIN.x, width), y: within(y, MARGIN.y, height) }
  })
}

/** Few have room to stand apart, so that what is written on their edges can be read. */
const distanceOf = (width: number, count: number): number => Math.max(90, Math.min(width / 2.6, 240 - 10 * count))

const within = (value: number, margin: number, length: number): number =>
  Math.round(Math.min(length - margin, Math.max(margin, value)))
