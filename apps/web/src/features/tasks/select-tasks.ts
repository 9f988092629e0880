import type { Task, UserId } from '@parley/protocol'

export interface TaskFilter {
  readonly whose: 'mine' | 'all'
  readonly which: 'open' | 'done'
}

/** Open ones by due date, those without one last; done ones by when they were done, newest first. */
export function selectTasks(tasks: Iterable<Task>, { whose, which }: TaskFilter, myId: UserId): readonly Task[] {
  const chosen = [...tasks].filter((task) => isChosen(task, { whose, which }, myId))
  if (which === 'done') return chosen.sort((one, other) => compare(other.completedAt, one.completedAt))
  return chosen.sort((one, other) => compareDue(one, other) || compare(one.createdAt, other.createdAt))
}

/** How many tasks wait for me: as many as the list of mine that are open is long. */
export function countWaiting(tasks: Iterable<Task>, myId: UserId): number {
  let count = 0
  for (const task of tasks) if (isChosen(task, WAITING, myId)) count += 1
  return count
}

const WAITING: TaskFilter = { whose: 'mine', which: 'open' }

const isChosen = (task: Task, { whose, which }: TaskFilter, myId: UserId) =>
  task.status === which && (whose === 'all' || isMine(task, myId))

/** Given to me, or made by me and given to nobody. */
const isMine = (task: Task, myId: UserId) =>
  task.assigneeId === myId || (task.assigneeId === null && task.createdBy === myId)

function compareDue(one: Task, other: Task): number {
  if (one.due === null || other.due === null) return Number(one.due === null) - Number(other.due === null)
  return compare(one.due, other.due)
}

const compare = (one: string | null, other: string | null) => ((one ?? '') < (other ?? '') ? -1 : one === other ? 0 : 1)
