import { type CommandAnswer, type CommandInput, ParleyError, type Task } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import type { Database } from '../../store/database'
import { asTask } from '../../store/rows'
import { selectVisibleTasks } from '../../store/visible-tasks'
import { findMember } from '../channels/find-member'
import { announceTask, taskStreams } from './save-task'

/** Whoever sees a task may change it: move it to done, give it to somebody, undo it. */
export async function updateTask(
  services: Pick<Services, 'store'>,
  actor: Actor,
  input: CommandInput<'tasks.update'>,
): Promise<CommandAnswer<'tasks.update'>> {
  try {
    return { task: await changeTask(services, actor, input) }
  } catch (error) {
    if (error instanceof ReassignedMeanwhileError) return updateTask(services, actor, input)
    throw error
  }
}

/** Between the look at the task and the lock, somebody gave it to a person whose inbox was not locked. */
class ReassignedMeanwhileError extends Error {}

async function changeTask(
  { store }: Pick<Services, 'store'>,
  actor: Actor,
  input: CommandInput<'tasks.update'>,
): Promise<Task> {
  if (input.assigneeId) await findMember(store.rows, actor, input.assigneeId)
  const seen = await findVisibleTask(store.rows, actor, input.taskId)
  const streamIds = [...taskStreams(seen), ...(input.assigneeId ? [input.assigneeId] : [])]
  return store.write(actor.workspaceId, streamIds, async (write) => {
    const before = await findVisibleTask(write.rows, actor, input.taskId)
    if (taskStreams(before).some((id) => !streamIds.includes(id))) throw new ReassignedMeanwhileError()
    const after = { ...before, ...definedChanges(input) }
    const row = await write.rows
      .updateTable('tasks')
      .set({
        title: after.title.trim(),
        assignee_id: after.assigneeId,
        due: after.due,
        status: after.status,
        completed_at: completionTime(before, after.status, store.now()),
        version: before.version + 1,
      })
      .where('id', '=', before.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    const task = asTask(row)
    await announceTask(write, task, before.assigneeId === task.assigneeId ? null : before.assigneeId)
    return task
  })
}

async function findVisibleTask(rows: Database, actor: Actor, taskId: string): Promise<Task> {
  const row = await selectVisibleTasks(rows, actor.userId).where('tasks.id', '=', taskId).executeTakeFirst()
  if (!row) throw new ParleyError('not_found', { kind: 'task', id: taskId })
  return asTask(row)
}

function definedChanges({ title, assigneeId, due, status }: CommandInput<'tasks.update'>): Partial<Task> {
  return {
    ...(title === undefined ? {} : { title }),
    ...(assigneeId === undefined ? {} : { assigneeId }),
    ...(due === undefined ? {} : { due }),
    ...(status === undefined ? {} : { status }),
  }
}

function completionTime(before: Task, status: Task['status'], now: Date): Date | string | null {
  if (status !== 'done') return null
  return before.completedAt ?? now
}
