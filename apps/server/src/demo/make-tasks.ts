import type { ChannelId } from '@parley/protocol'
import { storeTask } from '../commands/tasks/create-task'
import { updateTask } from '../commands/tasks/update-task'
import type { Stage } from './say-everything'
import { demoTasks } from './tasks'
import { demoDate } from './working-days'

/** The tasks of the talk, once each: what they are named after makes a second filling find the first. */
export async function makeTasks(
  { services, people, now }: Stage,
  channelIds: ReadonlyMap<string, ChannelId>,
): Promise<void> {
  for (const { key, title, by, assignee, daysAhead, channel, isDone } of demoTasks) {
    const task = await storeTask(services.store, people[by], {
      title,
      assigneeId: people[assignee].userId,
      due: demoDate(daysAhead, now),
      channelId: channelIds.get(channel) ?? null,
      sourceMessageId: null,
      origin: 'person',
      reasons: [],
      cause: `demo/${key}`,
    })
    if (isDone && task.version === 1) await updateTask(services, people[by], { taskId: task.id, status: 'done' })
  }
}
