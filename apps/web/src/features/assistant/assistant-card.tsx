import './assistant.css'
import type { Message, MessageCard } from '@parley/protocol'
import { Suspense } from 'react'
import { lazyPart } from '../../app/lazy-part'
import { withTexts } from '../../app/texts'
import { AnswerFoot } from './answer-foot'
import { QueryLine } from './query-line'
import { TaskCard } from './task-card'

/** Fetched when there are any. */
const Sources = lazyPart(() => import('./sources'))
const SuggestionLine = lazyPart(() => withTexts('queries', () => import('../suggestions/suggestion-line')))

export interface AssistantCardProps {
  readonly message: Message
  readonly card: MessageCard
}

/** What stands under the assistant's words: sources, tasks, and the way to ask back. */
export function AssistantCard({ message, card }: AssistantCardProps) {
  const isAnswer = card.kind === 'answer' || card.kind === 'unknown'
  const hasSources = card.citations.length + (card.said?.length ?? 0) > 0
  return (
    <div className="card">
      {card.isSuggestion && (
        <Suspense fallback={<div className="card__query" />}>
          <SuggestionLine message={message} />
        </Suspense>
      )}
      {hasSources && (
        <Suspense fallback={<div className="sources--coming" />}>
          <Sources said={card.said} citations={card.citations} messageId={message.id} />
        </Suspense>
      )}
      {card.taskIds.map((taskId) => (
        <TaskCard key={taskId} taskId={taskId} messageId={message.id} />
      ))}
      <QueryLine query={card.query} />
      {isAnswer && <AnswerFoot message={message} card={card} />}
    </div>
  )
}
