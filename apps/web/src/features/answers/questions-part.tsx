import { useToldAction } from '../../app/use-told-action'
import './questions.css'
import type { CuratedAnswerId, UnansweredTopic } from '@parley/protocol'
import { CircleCheck, PenLine, X } from 'lucide-react'
import { useState } from 'react'
import { shortDate } from '../../app/time'
import { useQuery } from '../../app/use-query'
import { useReader } from '../../app/use-reader'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { IconButton } from '../../components/icon-button'
import { usePendingRemovals, useRemoval } from '../../components/removals'
import { SkeletonRows } from '../../components/skeleton'
import { useToast } from '../../components/toasts'
import { AnswerDialog, type AnswerDraft } from './answer-dialog'
import { draftForTopic } from './draft-for-topic'
import { QuestionChart } from './question-chart'
import { TuningsPart } from './tunings-part'

/** What the knowledge base could not answer, what is asked most first, and how questions fared. */
export function QuestionsPart() {
  const text = useText()
  const topics = useQuery('questions.unanswered', {})
  const [writing, setWriting] = useState<Writing | null>(null)
  return (
    <>
      <p className="page__intro knowledge__intro">{text('web.questions.intro')}</p>
      <QuestionChart />
      <Topics {...topics} onWrite={setWriting} />
      <TuningsPart />
      {writing && <TopicDialog {...writing} onDone={topics.reload} onClose={() => setWriting(null)} />}
    </>
  )
}

interface Writing {
  readonly topic: UnansweredTopic
  readonly draft: AnswerDraft
}

interface TopicsProps extends Pick<ReturnType<typeof useQuery<'questions.unanswered'>>, 'loaded' | 'reload'> {
  readonly onWrite: (writing: Writing) => void
}

function Topics({ loaded, reload, onWrite }: TopicsProps) {
  const text = useText()
  const removed = usePendingRemovals()
  if (loaded.phase === 'loading') return <SkeletonRows height={72} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const shown = loaded.answer.topics.filter(({ questionIds: [first] }) => !removed.has(first ?? ''))
  if (shown.length === 0) {
    return <EmptyState icon={CircleCheck} title={text('web.questions.empty')} hint={text('web.questions.emptyHint')} />
  }
  return (
    <ul className="rows">
      {shown.map((topic) => (
        <TopicRow key={topic.questionIds[0]} topic={topic} onWrite={onWrite} onDismissed={reload} />
      ))}
    </ul>
  )
}

interface TopicRowProps {
  readonly topic: UnansweredTopic
  readonly onWrite: (writing: Writing) => void
  readonly onDismissed: () => void
}

function TopicRow({ topic, onWrite, onDismissed }: TopicRowProps) {
  const text = useText()
  const { client } = useServices()
  const dismiss = useDismiss(topic, onDismissed)
  const [title = '', ...others] = topic.wordings
  const { run: write, isRunning } = useToldAction(async () =>
    onWrite({ topic, draft: await draftForTopic(client, topic) }),
  )
  return (
    <li className="row answer">
      <div className="answer__main">
        <p className="answer__question">{title}</p>
        {others.length > 0 && (
          <p className="row__note">{text('web.questions.more', { wordings: others.join(' · ') })}</p>
        )}
        <TopicNotes topic={topic} />
      </div>
      <Button disabled={isRunning} onClick={() => void write()} aria-label={text('web.questions.writeTo', { title })}>
        <PenLine size={16} aria-hidden="true" />
        <span className="topic__label">{text('web.questions.write')}</span>
      </Button>
      <IconButton label={text('web.questions.dismiss', { title })} onClick={dismiss}>
        <X size={16} />
      </IconButton>
    </li>
  )
}

function TopicNotes({ topic: { count, askers, awaiting, lastAskedAt } }: Pick<TopicRowProps, 'topic'>) {
  const text = useText()
  const reader = useReader()
  const notes = [
    text('web.questions.asked', { count }),
    text('web.questions.people', { count: askers }),
    text('web.questions.last', { date: shortDate(lastAskedAt, reader) }),
  ]
  return (
    <div className="answer__notes">
      <span>{notes.join(' · ')}</span>
      {awaiting > 0 && <span className="topic__awaiting">{text('web.questions.awaiting', { count: awaiting })}</span>}
    </div>
  )
}

function useDismiss({ questionIds, wordings }: UnansweredTopic, onDismissed: () => void): () => void {
  const text = useText()
  const { client } = useServices()
  const removeLater = useRemoval()
  return () =>
    removeLater({
      id: questionIds[0] ?? '',
      text: text('web.questions.dismissed', { title: wordings[0] ?? '' }),
      act: () => client.command('questions.settle', { questionIds }).then(onDismissed),
    })
}

/** Those who wait are told once the answer is saved. */
function TopicDialog({ topic, draft, onDone, onClose }: Writing & { onDone: () => void; onClose: () => void }) {
  const text = useText()
  const { client } = useServices()
  const toast = useToast()
  const { loaded, reload } = useQuery('answers.list', { limit: 1 })
  if (loaded.phase === 'loading') return null
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const settle = async (answerId: CuratedAnswerId) => {
    const { told } = await client.command('questions.settle', { questionIds: topic.questionIds, answerId })
    if (told > 0) toast({ text: text('web.questions.told', { count: told }) })
    onDone()
  }
  const writable = new Set(loaded.answer.writableCollectionIds)
  return <AnswerDialog draft={draft} writable={writable} onSaved={settle} onClose={onClose} />
}
