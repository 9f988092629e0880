import type { Task } from '@parley/protocol'
import { Sparkle } from 'lucide-react'
import { usePanel } from '../../app/use-panel'
import { useText } from '../../app/use-text'
import { TaskFacts } from './task-facts'
import { useTaskCommands } from './use-task-commands'

export function TaskRow({ task }: { task: Task }) {
  const text = useText()
  const { open } = usePanel()
  const { toggle } = useTaskCommands()
  const { title } = task
  const isDone = task.status === 'done'
  return (
    <li className="row" data-is-done={isDone}>
      <input
        type="checkbox"
        className="tick"
        checked={isDone}
        aria-label={isDone ? text('web.tasks.reopen', { title }) : text('web.tasks.markDone', { title })}
        onChange={() => toggle(task)}
      />
      <button
        type="button"
        className="row__main"
        aria-label={text('web.tasks.details', { title })}
        onClick={() => open({ kind: 'task', id: task.id })}
      >
        <span className="row__title">{title}</span>
        <TaskFacts task={task} />
      </button>
      {task.origin === 'assistant' && (
        <span className="row__mark" title={text('web.tasks.byAssistant')}>
          <Sparkle size={14} aria-hidden="true" />
          <span className="visually-hidden">{text('web.tasks.byAssistant')}</span>
        </span>
      )}
    </li>
  )
}
