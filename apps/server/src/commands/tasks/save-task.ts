import type { Task, TaskId } from '@parley/protocol'
import { isMember } from '../../policies/channel-policy'
import type { Write } from '../../store/write'

/** The streams that hear of a task: its channel's, and the inboxes of who made it and who has it. */
export function taskStreams(task: Pick<Task, 'channelId' | 'createdBy' | 'assigneeId'>): string[] {
  return [...new Set([task.channelId, task.createdBy, task.assigneeId].flatMap((id) => (id ? [id as string] : [])))]
}

/** Tells everybody who may see the task, and the one who no longer may. */
export async function announceTask(write: Write, task: Task, previousAssigneeId: string | null): Promise<void> {
  for (const streamId of taskStreams(task)) write.append(streamId, { type: 'task-saved', task })
  if (previousAssigneeId && !(await maySee(write, task, previousAssigneeId))) {
    write.append(previousAssigneeId, { type: 'task-hidden', taskId: task.id as TaskId })
  }
}

async function maySee({ rows }: Write, task: Task, userId: string): Promise<boolean> {
  if (task.createdBy === userId || task.assigneeId === userId) return true
  return task.channelId !== null && (await isMember(rows, task.channelId, userId))
}
