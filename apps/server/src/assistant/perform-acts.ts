import type { Act, Reply } from '@parley/dialogue'
import type { Task } from '@parley/protocol'
import { storeTask } from '../commands/tasks/create-task'
import type { Store } from '../store/store'
import { flowTaskTitle, handOffTaskTitle } from './act-titles'
import type { Said } from './converse'

/** Does what a turn decided, each act once a cause; answers the tasks that came of it. */
export async function performActs(
  store: Store,
  said: Said,
  reply: Reply,
  acts: readonly Act[],
): Promise<readonly Task[]> {
  const tasks: Task[] = []
  for (const [index, act] of acts.entries()) {
    tasks.push(
      await storeTask(store, said.actor, {
        ...draftOf(act, said, reply),
        channelId: said.place.kind === 'channel' ? said.place.channelId : null,
        sourceMessageId: said.place.kind === 'channel' ? said.place.messageId : null,
        origin: 'assistant',
        reasons: reply.reasons,
        cause: `${said.cause}/${index}`,
      }),
    )
  }
  return tasks
}

/** Everything the assistant sets going is work that a person can see, take back or finish: a task. */
function draftOf(
  act: Act,
  said: Said,
  { language }: Reply,
): { title: string; assigneeId: string | null; due: string | null } {
  switch (act.kind) {
    case 'createTask':
      return { title: act.task.title, assigneeId: act.task.assigneeId, due: act.task.due }
    case 'completeFlow':
      return { title: flowTaskTitle(act.flow, act.slots, language), assigneeId: null, due: null }
    case 'handOff':
      return { title: handOffTaskTitle(said.text, language), assigneeId: null, due: null }
  }
}
