import type { CollectionTuning } from '@parley/protocol'
import { History, Undo2 } from 'lucide-react'
import { describeError } from '../../app/describe-error'
import { percent } from '../../app/time'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { TuningHistory } from './tuning-history'
import { TuningReplay } from './tuning-replay'
import { useTuning } from './use-tuning'

interface TuningRowProps {
  readonly tuning: CollectionTuning
  readonly onChanged: () => void
}

/** One collection: what its search weighs now, what the log says to it, what was changed. */
export function TuningRow({ tuning, onChanged }: TuningRowProps) {
  const text = useText()
  const language = useLanguage()
  const { replay, isReplaying, isBusy, error, ask, take, undo } = useTuning(tuning.collectionId, onChanged)
  const { name, changes } = tuning
  const isLearnt = changes.some(({ undone }) => undone === null)
  return (
    <li className="row tuning">
      <div className="answer__main">
        <h3 className="answer__question">{name}</h3>
        <Share weight={tuning.weight} />
        {changes.length === 0 && <p className="row__note">{text('web.tunings.usual')}</p>}
      </div>
      <div className="tuning__acts">
        <Button disabled={isBusy} onClick={ask} aria-label={text('web.tunings.replayOf', { name })}>
          <History size={16} aria-hidden="true" />
          {text(isReplaying ? 'web.tunings.replaying' : 'web.tunings.replay')}
        </Button>
        {isLearnt && (
          <Button look="quiet" disabled={isBusy} onClick={undo} aria-label={text('web.tunings.undoOf', { name })}>
            <Undo2 size={16} aria-hidden="true" />
            {text('web.tunings.undo')}
          </Button>
        )}
      </div>
      {/* Always there, so that what comes into it is announced. */}
      <div className="tuning__news" role="status">
        {isReplaying && <p className="row__note">{text('web.tunings.busy')}</p>}
        {replay && <TuningReplay replay={replay} onTake={take} isBusy={isBusy} />}
      </div>
      {error !== null && (
        <p className="tuning__error" role="alert">
          {describeError(error, language).text}
        </p>
      )}
      {changes.length > 0 && <TuningHistory changes={changes} />}
    </li>
  )
}

/** Two shares of one bar; the words beside it say the same. */
function Share({ weight }: Pick<CollectionTuning, 'weight'>) {
  const text = useText()
  const language = useLanguage()
  return (
    <div className="tuning__share">
      <span>{text('web.tunings.words', { share: percent(weight, language) })}</span>
      <span className="tuning__bar" aria-hidden="true">
        <span style={{ width: `${weight * 100}%` }} />
      </span>
      <span>{text('web.tunings.meaning', { share: percent(1 - weight, language) })}</span>
    </div>
  )
}
