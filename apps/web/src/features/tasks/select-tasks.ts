import type { Task, UserId } from '@parley/protocol'

export interface TaskFilter {
  readonly whose: 'mine' | 'all'
  readonly which: 'open' | 'done'
}

/** Open ones by due date, those without one last; done ones by when they were done, newest first. */
export function selectTasks(tasks: Iterable<Task>, { whose, which }: TaskFilter, myId: UserId): readonly Task[] {
  const chosen = [...tasks].filter((task) => task.status === which && (whose === 'all' || isMine(task, myId)))
  if (which === 'done') return chosen.sort((one, other) => compare(other.completedAt, one.completedAt))
  return chosen.sort((one, other) => compareDue(one, other) || compare(one.createdAt, other.createdAt))
}

/** Given to me, or made by me and given to nobody. */
const isMine = (task: Task, myId: UserId) =>
  task.assigneeId === myId || (task.assigneeId === null && task.createdBy === myId)

function compareDue(one: Task, other: Task): number {
  if (one.due === null || other.due === null) return Number(one.due === null) - Number(other.due === null)
  return compare(one.due, other.due)
}

const compare = (one: string | null, other: string | null) => ((one ?? '') < (other ?? '') ? -1 : one === other ? 0 : 1)
