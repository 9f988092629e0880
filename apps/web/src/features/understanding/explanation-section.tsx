import './explanation.css'
import type { IntentExplanation, MessageId } from '@parley/protocol'
import { useQuery } from '../../app/use-query'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { FlipSection } from './flip-section'
import { WordShares } from './word-shares'

/** What each word adds and what would change the outcome: computed when somebody looks, never before. */
export function ExplanationSection({ messageId, content }: { messageId: MessageId; content: string | undefined }) {
  const text = useText()
  const { loaded, reload } = useQuery('messages.explain', { messageId })
  if (loaded.phase === 'loading') return <SkeletonRows height={56} count={4} label={text('web.why.explaining')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const { explanation, isOutdated } = loaded.answer
  if (isOutdated) return <Outdated onAgain={reload} />
  if (!explanation) return <p className="empty__text panel__section">{text('web.why.nothing')}</p>
  return <ExplanationView explanation={explanation} content={content} />
}

function Outdated({ onAgain }: { onAgain: () => void }) {
  const text = useText()
  return (
    <div className="panel__section" role="status">
      <p>{text('web.why.outdated')}</p>
      <div>
        <Button onClick={onAgain}>{text('web.why.again')}</Button>
      </div>
    </div>
  )
}

function ExplanationView({ explanation, content }: { explanation: IntentExplanation; content: string | undefined }) {
  const text = useText()
  return (
    <>
      {explanation.readAs !== null && (
        <p className="field__hint panel__section">{text('web.why.readAs', { text: explanation.readAs })}</p>
      )}
      <WordShares explanation={explanation} content={content} />
      <FlipSection explanation={explanation} />
      {explanation.features === 'ngrams' && <p className="field__hint panel__section">{text('web.why.byWords')}</p>}
    </>
  )
}
