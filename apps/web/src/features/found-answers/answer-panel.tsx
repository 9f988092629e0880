import '../assistant/assistant.css'
import './found-answers.css'
import { MessageId } from '@parley/protocol'
import { useText } from '../../app/use-text'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import AskedQuery from '../asked-query/asked-query'
import Sources from '../assistant/sources'
import { MessageText } from '../conversation/message-text'
import { NotFound } from '../shell/not-found'
import { AnswerJudgement } from './answer-judgement'
import { PostAnswer } from './post-answer'
import { type FoundAnswer, useFoundAnswer } from './use-found-answer'
import { WaysOn } from './ways-on'

/** What answers a message or its thread, for its reader alone until they post it. */
export default function AnswerPanel({ messageId }: { messageId: string }) {
  const id = MessageId.safeParse(messageId).data
  return id ? <Looking messageId={id} /> : <NotFound />
}

function Looking({ messageId }: { messageId: MessageId }) {
  const text = useText()
  const { loaded, again } = useFoundAnswer(messageId)
  if (loaded.phase === 'loading') return <SkeletonRows height={56} count={3} label={text('web.found.looking')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={again} />
  return <Found found={loaded.answer} />
}

function Found({ found }: { found: FoundAnswer }) {
  const text = useText()
  const { reply, question } = found
  const isKnown = reply.kind === 'answer'
  return (
    <div className="found-answer">
      <section className="panel__section" aria-label={text('web.found.question')}>
        <h3>{text('web.found.question')}</h3>
        <blockquote className="quote found-answer__question">{question}</blockquote>
      </section>
      <section className="panel__section" aria-label={text('web.search.answer')} role="status">
        <h3>{text('web.search.answer')}</h3>
        {isKnown ? (
          <MessageText content={reply.text} isEdited={false} />
        ) : (
          <p>{text(reply.citations.length > 0 ? 'web.found.closest' : 'web.found.unknown')}</p>
        )}
        <Sources said={reply.said} citations={reply.citations} />
        {reply.query && <AskedQuery query={reply.query} />}
      </section>
      {isKnown ? <PostAnswer found={found} /> : <WaysOn found={found} />}
      <footer className="found-answer__foot">
        {isKnown && <AnswerJudgement questionId={found.questionId} />}
        <p>{text('web.found.private')}</p>
      </footer>
    </div>
  )
}
