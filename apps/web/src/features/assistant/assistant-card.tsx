import './assistant.css'
import type { Message, MessageCard } from '@parley/protocol'
import { AnswerFoot } from './answer-foot'
import { QueryLine } from './query-line'
import { SourceChips } from './source-chips'
import { TaskCard } from './task-card'

export interface AssistantCardProps {
  readonly message: Message
  readonly card: MessageCard
}

/** What stands under the assistant's words: sources, tasks, and the way to ask back. */
export function AssistantCard({ message, card }: AssistantCardProps) {
  const isAnswer = card.kind === 'answer' || card.kind === 'unknown'
  return (
    <div className="card">
      {card.citations.length > 0 && <SourceChips citations={card.citations} />}
      {card.taskIds.map((taskId) => (
        <TaskCard key={taskId} taskId={taskId} messageId={message.id} />
      ))}
      <QueryLine query={card.query} />
      {isAnswer && <AnswerFoot message={message} card={card} />}
    </div>
  )
}
