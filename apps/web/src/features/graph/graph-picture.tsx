import type { GraphEdge, GraphEntity } from '@parley/protocol'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { useIsNarrow } from '../../app/use-is-narrow'
import { useText } from '../../app/use-text'
import { graphPath } from './graph-path'
import { layOutGraph, type PlacedEntity } from './lay-out-graph'
import { pickDrawn } from './pick-drawn'
import { useGraphWords } from './use-graph-words'

export interface GraphPictureProps {
  readonly entities: readonly GraphEntity[]
  readonly edges: readonly GraphEdge[]
  readonly middle: GraphEntity
}

const MOST_DRAWN = 40
const LONGEST_NAME = 20

/** The neighbourhood as a picture. The list below says the same: the picture itself is one image to a screen reader. */
export function GraphPicture({ entities, edges, middle }: GraphPictureProps) {
  const text = useText()
  const words = useGraphWords()
  const isNarrow = useIsNarrow()
  const [width, height] = isNarrow ? [360, 400] : [600, 360]
  const placed = useMemo(() => {
    const drawn = pickDrawn(entities, edges, middle.id, MOST_DRAWN)
    return layOutGraph(drawn, edges, { width, height, middleId: middle.id })
  }, [entities, edges, width, height, middle.id])
  const places = useMemo(() => new Map(placed.map((one) => [one.entity.id as string, one])), [placed])
  return (
    <svg
      className="graph__picture"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={text('web.graph.picture', { name: words.nameOf(middle) })}
    >
      <defs>
        <marker id="graph-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0 L8 4 L0 8 z" className="graph__arrow" />
        </marker>
      </defs>
      {edges.map((edge) => (
        <EdgeLine
          key={edge.id}
          edge={edge}
          from={places.get(edge.fromId)}
          to={places.get(edge.toId)}
          isNarrow={isNarrow}
        />
      ))}
      {placed.map((one) => (
        <EntityMark
          key={one.entity.id}
          placed={one}
          name={words.nameOf(one.entity)}
          isMiddle={one.entity.id === middle.id}
        />
      ))}
    </svg>
  )
}

interface EdgeLineProps {
  readonly edge: GraphEdge
  readonly from: PlacedEntity | undefined
  readonly to: PlacedEntity | undefined
  readonly isNarrow: boolean
}

function EdgeLine({ edge, from, to, isNarrow }: EdgeLineProps) {
  const text = useText()
  if (!from || !to) return null
  const end = shortened(from, to)
  const look = edge.because ? 'rule' : edge.state
  return (
    <g className="graph__line" data-state={look}>
      <line x1={from.x} y1={from.y} x2={end.x} y2={end.y} markerEnd="url(#graph-arrow)" />
      {!isNarrow && (
        <text x={(from.x + to.x) / 2} y={(from.y + to.y) / 2 - 4}>
          {text(`web.graph.relation.${edge.type}`)}
        </text>
      )}
    </g>
  )
}

/** The arrow ends before the name that it leads to. */
function shortened(from: PlacedEntity, to: PlacedEntity) {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy) || 1
  const gap = Math.min(length / 2, Math.abs(dx) / length > 0.5 ? 34 : 20)
  return { x: to.x - (dx / length) * gap, y: to.y - (dy / length) * gap }
}

interface EntityMarkProps {
  readonly placed: PlacedEntity
  readonly name: string
  readonly isMiddle: boolean
}

/** A click goes there; the keyboard does so by the list. */
function EntityMark({ placed: { entity, x, y }, name, isMiddle }: EntityMarkProps) {
  const [, navigate] = useLocation()
  const shown = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what the picture offers the list below offers to the keyboard
    <g
      className="graph__mark"
      data-kind={entity.kind}
      data-middle={isMiddle}
      transform={`translate(${x} ${y})`}
      onClick={() => navigate(graphPath(entity.id))}
    >
      <title>{name}</title>
      <circle r={isMiddle ? 11 : 8} />
      <text y={isMiddle ? 27 : 23}>{shown}</text>
    </g>
  )
}
