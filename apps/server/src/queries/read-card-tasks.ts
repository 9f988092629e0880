import type { Message, Task } from '@parley/protocol'
import type { Actor } from '../actor'
import type { Database } from '../store/database'
import { asTask } from '../store/rows'
import { selectVisibleTasks } from '../store/visible-tasks'

/** A card outlives the status that its task had: it is drawn from the task as it is now, if the reader may see it. */
export async function readCardTasks(rows: Database, actor: Actor, messages: readonly Message[]): Promise<Task[]> {
  const ids = [...new Set(messages.flatMap(({ card }) => card?.taskIds ?? []))]
  if (ids.length === 0) return []
  const found = await selectVisibleTasks(rows, actor.userId).where('tasks.id', 'in', ids).execute()
  return found.map(asTask)
}
