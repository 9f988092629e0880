import type { OperatingPoint } from '@parley/protocol'
import { percent } from '../../app/time'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { riskOf } from './nearest-point'

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT] = [560, 260, 56, 46, 12, 30]
const GRID = [0, 0.25, 0.5, 0.75, 1]

interface RiskCurveProps {
  readonly curve: readonly OperatingPoint[]
  readonly point: OperatingPoint
}

/** Mistakes against coverage; the words beside it say the same of the chosen point. */
export function RiskCurve({ curve, point }: RiskCurveProps) {
  const text = useText()
  const language = useLanguage()
  // A curve of few mistakes would lie flat on the floor.
  const highest = Math.max(0.05, ...curve.map(riskOf)) * 1.1
  const x = (answered: number) => LEFT + answered * (WIDTH - LEFT - RIGHT)
  const y = (risk: number) => HEIGHT - BOTTOM - (risk / highest) * (HEIGHT - BOTTOM - TOP)
  const path = curve.map((at) => `${x(at.answered).toFixed(1)},${y(riskOf(at)).toFixed(1)}`).join(' ')
  return (
    <svg className="curve" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={text('web.threshold.chart')}>
      {GRID.map((share) => (
        <g key={share}>
          <line className="curve__grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(share * highest)} y2={y(share * highest)} />
          <text className="curve__tick" x={LEFT - 6} y={y(share * highest) + 4} textAnchor="end">
            {percent(share * highest, language)}
          </text>
          <text className="curve__tick" x={x(share)} y={HEIGHT - BOTTOM + 16} textAnchor="middle">
            {percent(share, language)}
          </text>
        </g>
      ))}
      <text className="curve__name" x={(LEFT + WIDTH - RIGHT) / 2} y={HEIGHT - 6} textAnchor="middle">
        {text('web.threshold.answered')}
      </text>
      <text className="curve__name" x={LEFT + 8} y={TOP + 12}>
        {text('web.threshold.wrong')}
      </text>
      <polyline className="curve__line" points={path} />
      <line
        className="curve__drop"
        x1={x(point.answered)}
        x2={x(point.answered)}
        y1={y(riskOf(point))}
        y2={HEIGHT - BOTTOM}
      />
      <circle className="curve__point" cx={x(point.answered)} cy={y(riskOf(point))} r={6} />
    </svg>
  )
}
