import type { QueryAnswer, QueryInput } from '@parley/protocol'
import type { Actor } from '../actor'
import type { Services } from '../services'
import { asTask } from '../store/rows'
import { selectVisibleTasks } from '../store/visible-tasks'

const MAX_TASKS = 1000

/** Tasks the actor may see, newest first. */
export async function listTasks(
  { store }: Services,
  actor: Actor,
  input: QueryInput<'tasks.list'>,
): Promise<QueryAnswer<'tasks.list'>> {
  let tasks = selectVisibleTasks(store.rows, actor.userId).orderBy('tasks.id', 'desc').limit(MAX_TASKS)
  if (input.status) tasks = tasks.where('tasks.status', '=', input.status)
  return { tasks: (await tasks.execute()).map(asTask) }
}
