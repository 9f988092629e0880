import type { MessageId, TaskId } from '@parley/protocol'
import { CircleCheck, CircleDashed, CircleX } from 'lucide-react'
import { usePanel } from '../../app/use-panel'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { TaskFacts } from '../tasks/task-facts'
import { useTaskCommands } from '../tasks/use-task-commands'

const icons = { open: CircleDashed, done: CircleCheck, cancelled: CircleX }

/** A task that was made by itself: one quiet line, with the way back and the reason. */
export function TaskCard({ taskId, messageId }: { taskId: TaskId; messageId: MessageId }) {
  const text = useText()
  const task = useSession((session) => session.tasks.get(taskId))
  const { open } = usePanel()
  const commands = useTaskCommands()
  if (!task) return null
  const Icon = icons[task.status]
  return (
    <div className="task-card" data-status={task.status}>
      <Icon size={16} aria-hidden="true" />
      <button type="button" className="task-card__title" onClick={() => open({ kind: 'task', id: task.id })}>
        {task.title}
      </button>
      <TaskFacts task={task} />
      <span className="task-card__actions">
        {task.status === 'cancelled' ? (
          <span className="task-card__note">{text('web.tasks.cancelled')}</span>
        ) : (
          <>
            <button type="button" className="link-button" onClick={() => commands.toggle(task)}>
              {text(task.status === 'open' ? 'web.tasks.finish' : 'web.tasks.reopenShort')}
            </button>
            <button type="button" className="link-button" onClick={() => commands.cancel(task)}>
              {text('web.app.undo')}
            </button>
          </>
        )}
        <button type="button" className="link-button" onClick={() => open({ kind: 'why', id: messageId })}>
          {text('web.tasks.why')}
        </button>
      </span>
    </div>
  )
}
