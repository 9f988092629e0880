import type { Task, TaskId } from '@parley/protocol'
import { isMember } from '../../policies/channel-policy'
import type { Write } from '../../store/write'

/** The streams that hear of a task: its channel's, and the inboxes of who made it and who has it. */
export function taskStreams(task: Pick<Task, 'channelId' | 'createdBy' | 'assigneeId'>): string[] {
  return [...new Set([task.channelId, task.createdBy, task.assigneeId].flatMap((id) => (id ? [id as string] : [])))]
}

/**
 * Tells everybody who may see the task. Whoever had it hears in their inbox that they no longer have it, also when they
 * see it still in its channel: they may leave that, and the leaving may arrive ahead of what the channel's stream says.
 */
export async function announceTask(write: Write, task: Task, previousAssigneeId: string | null): Promise<void> {
  const streamIds = taskStreams(task)
  for (const streamId of streamIds) write.append(streamId, { type: 'task-saved', task })
  if (!previousAssigneeId || streamIds.includes(previousAssigneeId)) return
  const isSeen = task.channelId !== null && (await isMember(write.rows, task.channelId, previousAssigneeId))
  const news = isSeen ? ({ type: 'task-saved', task } as const) : hidden(task)
  write.append(previousAssigneeId, news)
}

const hidden = (task: Task) => ({ type: 'task-hidden', taskId: task.id as TaskId }) as const
