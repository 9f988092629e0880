import { type ConversationState, type RecentTask, rememberTasks } from '@parley/dialogue'
import type { Task } from '@parley/protocol'
import type { Actor } from '../actor'
import type { Store } from '../store/store'
import { selectVisibleTasks } from '../store/visible-tasks'

/** The state with the tasks that a correction may mean as they are now: what was closed meanwhile is none of them. */
export async function withPresentTasks({ rows }: Store, actor: Actor, state: ConversationState) {
  const known = state.recentTasks?.tasks ?? []
  if (known.length === 0) return state
  const ids = known.map(({ id }) => id)
  const present = await selectVisibleTasks(rows, actor.userId)
    .where('tasks.id', 'in', ids)
    .where('tasks.status', '=', 'open')
    .execute()
  const tasks = known.flatMap((task): RecentTask[] => {
    const row = present.find(({ id }) => id === task.id)
    return row ? [{ ...task, title: row.title, assigneeId: row.assignee_id, due: row.due }] : []
  })
  return rememberTasks(state, tasks)
}

/** The state with the tasks that a turn made, by their ids. */
export function withTasksMade(state: ConversationState, made: readonly Task[]): ConversationState {
  const tasks = made.map(({ id, title, assigneeId, due }): RecentTask => ({ id, title, assigneeId, due }))
  return tasks.length === 0 ? state : rememberTasks(state, tasks)
}
