import type { MessageId, Task, TaskId } from '@parley/protocol'
import { CircleCheck, CircleDashed, CircleSlash, CircleX } from 'lucide-react'
import { usePanel } from '../../app/use-panel'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { TaskFacts } from '../tasks/task-facts'
import { useTaskCommands } from '../tasks/use-task-commands'
import { type TaskCardAction, taskCardActions } from './task-card-actions'

const icons = { open: CircleDashed, done: CircleCheck, cancelled: CircleX }

export interface TaskCardProps {
  readonly taskId: TaskId
  /** The message that told of it: the one to ask why. */
  readonly messageId: MessageId
}

/** A task that was made by itself: one quiet line, with the way back and the reason. */
export function TaskCard({ taskId, messageId }: TaskCardProps) {
  const task = useSession((session) => session.tasks.get(taskId))
  return task ? <KnownTask task={task} messageId={messageId} /> : <HiddenTask messageId={messageId} />
}

function KnownTask({ task, messageId }: { task: Task; messageId: MessageId }) {
  const text = useText()
  const { open } = usePanel()
  const Icon = icons[task.status]
  return (
    <div className="task-card" data-status={task.status}>
      <Icon size={16} aria-hidden="true" />
      <button type="button" className="task-card__title" onClick={() => open({ kind: 'task', id: task.id })}>
        {task.title}
      </button>
      <TaskFacts task={task} />
      <span className="task-card__actions">
        {task.status !== 'open' && <span className="task-card__note">{text(`web.tasks.${task.status}`)}</span>}
        {taskCardActions(task.status).map((action) => (
          <ActionButton key={action} action={action} task={task} />
        ))}
        <WhyButton messageId={messageId} />
      </span>
    </div>
  )
}

/** One given to somebody else meanwhile, or made in a channel that one has left. */
function HiddenTask({ messageId }: { messageId: MessageId }) {
  const text = useText()
  return (
    <div className="task-card" data-status="hidden">
      <CircleSlash size={16} aria-hidden="true" />
      <span className="task-card__note">{text('web.tasks.hidden')}</span>
      <span className="task-card__actions">
        <WhyButton messageId={messageId} />
      </span>
    </div>
  )
}

const actionTexts = {
  finish: 'web.tasks.finish',
  undo: 'web.app.undo',
  reopen: 'web.tasks.reopenShort',
  restore: 'web.tasks.restore',
} as const

function ActionButton({ action, task }: { action: TaskCardAction; task: Task }) {
  const text = useText()
  const { toggle, cancel } = useTaskCommands()
  const run = () => (action === 'undo' ? cancel(task) : toggle(task))
  return (
    <button type="button" className="link-button" onClick={run}>
      {text(actionTexts[action])}
    </button>
  )
}

function WhyButton({ messageId }: { messageId: MessageId }) {
  const text = useText()
  const { open } = usePanel()
  return (
    <button type="button" className="link-button" onClick={() => open({ kind: 'why', id: messageId })}>
      {text('web.tasks.why')}
    </button>
  )
}
