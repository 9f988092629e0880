import type { Task, TaskStatus } from '@parley/protocol'
import { useMemo } from 'react'
import { useFail } from '../../app/use-fail'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useToast } from '../../components/toasts'

export interface TaskCommands {
  /** Open becomes done and done becomes open, with ten seconds to take it back. */
  toggle(task: Task): void
  /** Takes a task back, with ten seconds to keep it after all. */
  cancel(task: Task): void
}

export function useTaskCommands(): TaskCommands {
  const { client } = useServices()
  const text = useText()
  const toast = useToast()
  const fail = useFail()
  return useMemo(() => {
    const change = (task: Task, status: TaskStatus, said: string | null) => {
      const undo = () => change({ ...task, status }, task.status, null)
      client
        .command('tasks.update', { taskId: task.id, status })
        .then(() => said !== null && toast({ text: said, onUndo: undo }))
        .catch(fail)
    }
    return {
      toggle: (task) =>
        task.status === 'open'
          ? change(task, 'done', text('web.tasks.doneToast', { title: task.title }))
          : change(task, 'open', text('web.tasks.reopenedToast', { title: task.title })),
      cancel: (task) => change(task, 'cancelled', text('web.tasks.cancelledToast', { title: task.title })),
    }
  }, [client, text, toast, fail])
}
