import type { TuningFigures } from '@parley/protocol'
import { percent } from '../../app/time'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'

const KINDS = ['asked', 'made'] as const

/** Before and after, on questions that the weight was not chosen by: the words of the list say what the bars show. */
export function TuningChart({ figures }: { readonly figures: TuningFigures }) {
  const text = useText()
  return (
    <figure className="tuning-chart">
      <figcaption>{text('web.tunings.chart')}</figcaption>
      {KINDS.map((kind) => {
        const [before, after] = [figures.before[kind], figures.after[kind]]
        if (before === null || after === null) return null
        return (
          <dl key={kind} className="tuning-chart__pair">
            <dt>{text(`web.tunings.kind.${kind}`)}</dt>
            <Bar weight={figures.weightBefore} quality={before} />
            <Bar weight={figures.weight} quality={after} isNew />
          </dl>
        )
      })}
    </figure>
  )
}

interface BarProps {
  readonly weight: number
  readonly quality: number
  readonly isNew?: boolean
}

function Bar({ weight, quality, isNew = false }: BarProps) {
  const text = useText()
  const language = useLanguage()
  return (
    <dd data-new={isNew}>
      <span>{text('web.tunings.words', { share: percent(weight, language) })}</span>
      <span className="tuning-chart__track" aria-hidden="true">
        <span style={{ width: `${quality * 100}%` }} />
      </span>
      <span className="tuning-chart__value">{percent(quality, language)}</span>
    </dd>
  )
}
