import type { ChangedAnswer, LogSignals } from '@parley/protocol'
import { percent } from '../../app/time'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { TuningChart } from './tuning-chart'
import type { Replay } from './use-tuning'

interface TuningReplayProps {
  readonly replay: Replay
  readonly isBusy: boolean
  readonly onTake: () => void
}

/** What the log says to the weight that ranks best: a sentence, then figures, then the questions it would change. */
export function TuningReplay({ replay: { figures, signals, changed }, isBusy, onTake }: TuningReplayProps) {
  const text = useText()
  const language = useLanguage()
  const isBetter = figures.verdict === 'better'
  const words = percent(isBetter ? figures.weight : figures.weightBefore, language)
  return (
    <div className="tuning__replay">
      <p className="tuning__verdict">{text(`web.tunings.${figures.verdict}`, { words })}</p>
      {isBetter && <TuningChart figures={figures} />}
      <p className="row__note">{text('web.tunings.counts', { count: figures.asked, made: figures.made })}</p>
      <Signals signals={signals} />
      {isBetter && <ChangedAnswers changed={changed} />}
      {isBetter && (
        <Button look="primary" disabled={isBusy} onClick={onTake}>
          {text('web.tunings.take', { words })}
        </Button>
      )}
    </div>
  )
}

const SIGNALS = ['helpful', 'opened', 'unhelpful', 'askedAgain', 'handedOver'] as const

/** What the judgement rests on; what nobody did is left out. */
function Signals({ signals }: { readonly signals: LogSignals }) {
  const text = useText()
  const shown = SIGNALS.filter((kind) => signals[kind] > 0)
  if (shown.length === 0) return null
  return (
    <p className="row__note">
      {shown.map((kind) => text(`web.tunings.${kind}`, { count: signals[kind] })).join(' · ')}
    </p>
  )
}

function ChangedAnswers({ changed }: { readonly changed: readonly ChangedAnswer[] }) {
  const text = useText()
  if (changed.length === 0) return null
  return (
    <>
      <p>{text('web.tunings.wouldChange', { count: changed.length })}</p>
      <ul className="tuning__changed">
        {changed.map((one) => (
          <li key={one.text} data-verdict={one.verdict}>
            {text('web.tunings.changed', { text: one.text, before: one.before, after: one.after })}{' '}
            <span className="tuning__judged">{text(`web.tunings.verdict.${one.verdict}`)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
