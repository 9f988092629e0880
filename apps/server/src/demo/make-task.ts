import { storeTask } from '../commands/tasks/create-task'
import { updateTask } from '../commands/tasks/update-task'
import { demoChannels } from './channels'
import { findChannelByName } from './open-channel'
import type { Stage } from './say-everything'
import type { DemoTask } from './tasks'
import { demoDate } from './working-days'

/** A task of the talk, once: what it is named after makes a second filling find the first. */
export async function makeTask({ services, people, now }: Stage, demoTask: DemoTask): Promise<void> {
  const { key, title, by, assignee, daysAhead, channel, isDone } = demoTask
  const place = demoChannels.find((it) => it.key === channel)
  const task = await storeTask(services.store, people[by], {
    title,
    assigneeId: people[assignee].userId,
    due: demoDate(daysAhead, now),
    channelId: place ? ((await findChannelByName(services, people[by], place.name)) ?? null) : null,
    sourceMessageId: null,
    origin: 'person',
    reasons: [],
    cause: `demo/${key}`,
  })
  if (isDone && task.version === 1) await updateTask(services, people[by], { taskId: task.id, status: 'done' })
}
