import type { Evaluation } from '@parley/protocol'
import { percent } from '../../app/time'
import { useQuery } from '../../app/use-query'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { MessageExcerpt } from '../collected/message-excerpt'
import { labelValueName } from '../understanding/label-words'

/** The surest of what was wrong, each with the way to its message. */
export function EvaluationErrors({ evaluation: { id, kind } }: { evaluation: Evaluation }) {
  const text = useText()
  const language = useLanguage()
  const { loaded, reload } = useQuery('evaluations.errors', { evaluationId: id })
  if (loaded.phase === 'loading') return <SkeletonRows height={72} count={2} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const { errors, hidden } = loaded.answer
  if (errors.length + hidden === 0) return null
  return (
    <>
      <h3>{text('web.evaluation.errors')}</h3>
      <ul className="evaluation__errors">
        {errors.map(({ message, truth, prediction, confidence }) => (
          <MessageExcerpt key={message.id} message={message} hasChannel>
            <span className="field__hint">
              {text('web.evaluation.error', {
                truth: labelValueName(kind, truth, text),
                prediction: labelValueName(kind, prediction, text),
                percent: percent(confidence, language),
              })}
            </span>
          </MessageExcerpt>
        ))}
      </ul>
      {hidden > 0 && <p className="field__hint">{text('web.evaluation.hidden', { count: hidden })}</p>}
    </>
  )
}
