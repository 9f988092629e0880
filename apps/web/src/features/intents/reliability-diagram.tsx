import type { EvaluationReport } from '@parley/protocol'
import { percent } from '../../app/time'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'

const [SIZE, LEFT, BOTTOM, TOP] = [300, 56, 46, 26]
const GRID = [0, 0.5, 1]

/** How often it was right, against how sure it was. */
export function ReliabilityDiagram({ bins }: { bins: EvaluationReport['reliability'] }) {
  const text = useText()
  const language = useLanguage()
  const side = SIZE - LEFT - TOP
  const x = (confidence: number) => LEFT + confidence * side
  const y = (accuracy: number) => TOP + (1 - accuracy) * side
  return (
    <svg
      className="curve curve--square"
      viewBox={`0 0 ${SIZE} ${TOP + side + BOTTOM}`}
      role="img"
      aria-label={text('web.evaluation.reliability')}
    >
      {GRID.map((share) => (
        <g key={share}>
          <line className="curve__grid" x1={LEFT} x2={LEFT + side} y1={y(share)} y2={y(share)} />
          <text className="curve__tick" x={LEFT - 6} y={y(share) + 4} textAnchor="end">
            {percent(share, language)}
          </text>
          <text className="curve__tick" x={x(share)} y={TOP + side + 16} textAnchor="middle">
            {percent(share, language)}
          </text>
        </g>
      ))}
      <line className="curve__drop" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
      <polyline
        className="curve__line"
        points={bins.map(({ confidence, accuracy }) => `${x(confidence)},${y(accuracy)}`).join(' ')}
      />
      {bins.map(({ confidence, accuracy }) => (
        <circle key={confidence} className="curve__point" cx={x(confidence)} cy={y(accuracy)} r={4} />
      ))}
      <text className="curve__name" x={LEFT + side / 2} y={TOP + side + BOTTOM - 8} textAnchor="middle">
        {text('web.evaluation.confidence')}
      </text>
    </svg>
  )
}
