import './answers.css'
import type { CollectionId, CuratedAnswer } from '@parley/protocol'
import { MessageSquareQuote, Plus } from 'lucide-react'
import { useState } from 'react'
import { useMe } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { MoreButton } from '../../components/more-button'
import { usePendingRemovals } from '../../components/removals'
import { SkeletonRows } from '../../components/skeleton'
import { AnswerDialog, type AnswerDraft, draftOf, NEW_ANSWER } from './answer-dialog'
import { AnswerRow } from './answer-row'
import { TryQuestion } from './try-question'
import { useAnswers } from './use-answers'

/** The answers that people stand for: tried, listed, written. */
export function AnswersPart() {
  const text = useText()
  const pages = useAnswers()
  const { loaded, reload } = pages
  const [draft, setDraft] = useState<AnswerDraft | null>(null)
  if (loaded.phase === 'loading') return <SkeletonRows height={72} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const answers = loaded.answer.flatMap((page) => page.answers)
  const writable = new Set(loaded.answer.at(-1)?.writableCollectionIds)
  return (
    <>
      <div className="answers__head">
        <p className="page__intro">{text('web.answers.intro')}</p>
        {writable.size > 0 && (
          <Button onClick={() => setDraft(NEW_ANSWER)}>
            <Plus size={16} aria-hidden="true" />
            {text('web.answers.new')}
          </Button>
        )}
      </div>
      {answers.length > 0 && <TryQuestion />}
      <AnswerList answers={answers} writable={writable} onEdit={(answer) => setDraft(draftOf(answer))} />
      <MoreButton pages={pages} label={text('web.answers.showMore')} />
      {draft && <AnswerDialog draft={draft} writable={writable} onClose={() => setDraft(null)} />}
    </>
  )
}

interface AnswerListProps {
  readonly answers: readonly CuratedAnswer[]
  readonly writable: ReadonlySet<CollectionId>
  readonly onEdit: (answer: CuratedAnswer) => void
}

function AnswerList({ answers, writable, onEdit }: AnswerListProps) {
  const text = useText()
  const me = useMe()
  const removed = usePendingRemovals()
  const shown = answers.filter(({ id }) => !removed.has(id))
  if (shown.length === 0) {
    const hint = writable.size > 0 ? { hint: text('web.answers.emptyHint') } : {}
    return <EmptyState icon={MessageSquareQuote} title={text('web.answers.empty')} {...hint} />
  }
  return (
    <ul className="rows">
      {shown.map((answer) => {
        const isChangeable = answer.ownerId === me.id || writable.has(answer.collectionId)
        return <AnswerRow key={answer.id} answer={answer} onEdit={isChangeable ? () => onEdit(answer) : null} />
      })}
    </ul>
  )
}
