import './tasks.css'
import type { Task } from '@parley/protocol'
import { CalendarDays } from 'lucide-react'
import { dueDate, isOverdue } from '../../app/time'
import { useNames } from '../../app/use-names'
import { useNowMs, useReader } from '../../app/use-reader'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Avatar } from '../../components/avatar'

/** Who and when, in small. */
export function TaskFacts({ task }: { task: Task }) {
  const text = useText()
  const names = useNames()
  const assignee = useSession((session) => task.assigneeId && session.users.get(task.assigneeId))
  return (
    <span className="task-facts">
      <span className="task-facts__item">
        {assignee && <Avatar user={assignee} size={18} />}
        {assignee ? names.person(assignee) : text('web.tasks.nobody')}
      </span>
      {task.due && <Due due={task.due} isOpen={task.status === 'open'} />}
    </span>
  )
}

function Due({ due, isOpen }: { due: string; isOpen: boolean }) {
  const text = useText()
  const reader = useReader()
  const isLate = isOverdue(due, useNowMs(), reader) && isOpen
  const date = dueDate(due, reader)
  return (
    <span className="task-facts__item" data-is-late={isLate}>
      <CalendarDays size={14} aria-hidden="true" />
      {isLate ? text('web.tasks.overdue', { date }) : text('web.tasks.dueOn', { date })}
    </span>
  )
}
