import type { GraphEdge, GraphEntity } from '@parley/protocol'
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force'

/** An entity and where it is drawn. */
export interface PlacedEntity {
  readonly entity: GraphEntity
  readonly x: number
  readonly y: number
}

/** Enough to come to rest; computed at once, so that nothing moves before the reader's eyes. Forty take some ten milliseconds. */
const TICKS = 120
const COOLING = 1 - 0.001 ** (1 / TICKS)
const MARGIN = { x: 70, y: 34 } as const

interface Body {
  readonly id: string
  /** Where it stands when nothing pulls or pushes it. */
  readonly home: { readonly x: number; readonly y: number }
  x?: number
  y?: number
  fx?: number
  fy?: number
}

/**
 * Places entities by their edges, the middle one in the middle. The same graph is always drawn the same, and whatever stays
 * when others come or go stays about where it was: each has a place that its id alone decides.
 */
export function layOutGraph(
  entities: readonly GraphEntity[],
  edges: readonly GraphEdge[],
  size: { readonly width: number; readonly height: number; readonly middleId: string },
): PlacedEntity[] {
  const { width, height, middleId } = size
  const middle = { x: width / 2, y: height / 2 }
  const bodies: Body[] = entities.map(({ id }) => {
    const home = homeOf(id, middle)
    return id === middleId ? { id, home, fx: middle.x, fy: middle.y } : { id, home, ...home }
  })
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
    .force('x', forceX<Body>(({ home }) => home.x).strength(0.12))
    .force('y', forceY<Body>(({ home }) => home.y).strength(0.18))
    .alphaDecay(COOLING)
    .stop()
    .tick(TICKS)
  const placeOf = new Map(bodies.map((body) => [body.id, body]))
  return entities.map((entity) => {
    const { x = 0, y = 0 } = placeOf.get(entity.id) ?? {}
    return { entity, x: within(x, MARGIN.x, width), y: within(y, MARGIN.y, height) }
  })
}

/** Around the middle, at an angle and a distance that follow from the id. */
function homeOf(id: string, middle: { readonly x: number; readonly y: number }) {
  const hash = [...id].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0) * 7_919) % 1_000_003, 7)
  const [angle, share] = [(hash % 360) * (Math.PI / 180), 0.5 + (Math.floor(hash / 360) % 50) / 100]
  return { x: middle.x * (1 + share * Math.cos(angle)), y: middle.y * (1 + share * Math.sin(angle)) }
}

/** Few have room to stand apart, so that what is written on their edges can be read. */
const distanceOf = (width: number, count: number): number => Math.max(90, Math.min(width / 2.6, 240 - 10 * count))

const within = (value: number, margin: number, length: number): number =>
  Math.round(Math.min(length - margin, Math.max(margin, value)))
