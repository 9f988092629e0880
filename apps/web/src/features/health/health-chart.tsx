import type { HealthReason } from '@parley/protocol'
import { useText } from '../../app/use-text'

const KINDS = ['contradiction', 'review-due', 'double', 'stale', 'never-cited', 'outdated', 'healthy'] as const
type Kind = HealthReason['kind'] | 'healthy'

export interface HealthChartProps {
  readonly counts: Readonly<Record<string, number>>
  readonly healthy: number
  readonly total: number
}

/** For how many documents each reason holds: bars to see, a list to hear. A document may stand in several. */
export function HealthChart({ counts, healthy, total }: HealthChartProps) {
  const text = useText()
  const countOf = (kind: Kind) => (kind === 'healthy' ? healthy : (counts[kind] ?? 0))
  const shown = KINDS.filter((kind) => countOf(kind) > 0)
  return (
    <ul className="health-chart" aria-label={text('web.health.chart')}>
      {shown.map((kind) => (
        <li key={kind} className="health-chart__line">
          <span className="health-chart__label">{text(`web.health.${kind}`)}</span>
          <span className="health-chart__track" aria-hidden="true">
            <span
              className="health-chart__bar"
              data-kind={kind}
              style={{ width: `${(100 * countOf(kind)) / total}%` }}
            />
          </span>
          <span className="health-chart__count">{countOf(kind)}</span>
        </li>
      ))}
    </ul>
  )
}
