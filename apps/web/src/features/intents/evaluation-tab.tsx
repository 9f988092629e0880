import type { Evaluation } from '@parley/protocol'
import { Gauge } from 'lucide-react'
import { useEffect } from 'react'
import { exactTime } from '../../app/time'
import { useCommand } from '../../app/use-command'
import { useQuery } from '../../app/use-query'
import { useReader } from '../../app/use-reader'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { EvaluationReportView } from './evaluation-report'
import { StartEvaluation } from './start-evaluation'
import type { ListedIntents } from './use-intents'

const LOOK_MS = 1_000

/** Measuring on labelled messages: a new measurement, and those that were made. */
export function EvaluationTab({ listed }: { listed: ListedIntents }) {
  const text = useText()
  const { loaded, reload } = useQuery('evaluations.list', {})
  const isBusy = loaded.phase === 'ready' && loaded.answer.evaluations.some(({ status }) => status === 'running')
  useEffect(() => {
    if (!isBusy) return
    const timer = setInterval(reload, LOOK_MS)
    return () => clearInterval(timer)
  }, [isBusy, reload])
  return (
    <>
      <p className="page__intro">{text('web.evaluation.intro')}</p>
      <StartEvaluation listed={listed} onStarted={reload} />
      {loaded.phase === 'loading' && <SkeletonRows height={120} count={2} label={text('web.app.loading')} />}
      {loaded.phase === 'failed' && <Failure error={loaded.error} onRetry={reload} />}
      {loaded.phase === 'ready' && <EvaluationList evaluations={loaded.answer.evaluations} onChanged={reload} />}
    </>
  )
}

interface EvaluationListProps {
  readonly evaluations: readonly Evaluation[]
  readonly onChanged: () => void
}

function EvaluationList({ evaluations, onChanged }: EvaluationListProps) {
  const text = useText()
  if (evaluations.length === 0) {
    return <EmptyState icon={Gauge} title={text('web.evaluation.none')} hint={text('web.evaluation.noneHint')} />
  }
  return (
    <ul className="evaluations">
      {evaluations.map((evaluation, index) => (
        <EvaluationCard key={evaluation.id} {...{ evaluation, onChanged }} isOpen={index === 0} />
      ))}
    </ul>
  )
}

interface EvaluationCardProps {
  readonly evaluation: Evaluation
  readonly isOpen: boolean
  readonly onChanged: () => void
}

function EvaluationCard({ evaluation, isOpen, onChanged }: EvaluationCardProps) {
  const text = useText()
  const reader = useReader()
  const { status, report, kind, failure } = evaluation
  return (
    <li className="evaluation">
      <h2>
        {text(`web.labels.${kind}`)} <span className="field__hint">{exactTime(evaluation.createdAt, reader)}</span>
      </h2>
      {status === 'running' && <Running evaluation={evaluation} onChanged={onChanged} />}
      {status === 'cancelled' && <p>{text('web.evaluation.cancelled')}</p>}
      {status === 'failed' && (
        <p>{text('web.evaluation.failed', { reason: text(`error.${failure ?? 'internal'}`) })}</p>
      )}
      {report && <EvaluationReportView {...{ evaluation, report, isOpen }} />}
    </li>
  )
}

function Running({ evaluation: { id, progress }, onChanged }: Omit<EvaluationCardProps, 'isOpen'>) {
  const text = useText()
  const command = useCommand()
  const cancel = () => {
    command('evaluations.cancel', { evaluationId: id })
    onChanged()
  }
  return (
    <div className="learning" role="status">
      <span>{text('web.evaluation.running')}</span>
      <progress value={progress} aria-label={text('web.evaluation.running')} />
      <Button onClick={cancel}>{text('web.evaluation.cancel')}</Button>
    </div>
  )
}
