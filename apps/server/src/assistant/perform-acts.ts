import type { Act, Reply } from '@parley/dialogue'
import type { Language, Task } from '@parley/protocol'
import type { Actor } from '../actor'
import { storeTask, type TaskDraft } from '../commands/tasks/create-task'
import type { Store } from '../store/store'
import { flowTaskTitle, handOffTaskTitle, REMINDER, reminderDue } from './act-titles'
import type { Said } from './converse'
import { zonedNow } from './zoned-now'

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
        ...(await draftOf(store, act, said, reply)),
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
async function draftOf(store: Store, act: Act, said: Said, { language }: Reply): Promise<Draft> {
  switch (act.kind) {
    case 'createTask':
      return { title: act.task.title, assigneeId: act.task.assigneeId, due: act.task.due }
    case 'completeFlow':
      return flowDraft(act, said.actor, zonedNow(store.now(), said.actor.timeZone), language)
    case 'handOff':
      return { title: handOffTaskTitle(said.text, language), assigneeId: await ownerId(store, said), due: null }
  }
}

/** Who asks to be reminded has it to do; everything else is for whoever takes it up. */
function flowDraft({ flow, slots }: FlowCompletion, { userId }: Actor, now: string, language: Language): Draft {
  const title = flowTaskTitle(flow, slots, language, now)
  if (flow !== REMINDER) return { title, assigneeId: null, due: null }
  return { title, assigneeId: userId, due: reminderDue(slots, now.slice(UTC_OFFSET_AT)) }
}

/** Where the offset stands in 2026-11-24T05:17:00+08:00. */
const UTC_OFFSET_AT = 19

type FlowCompletion = Extract<Act, { kind: 'completeFlow' }>

type Draft = Pick<TaskDraft, 'title' | 'assigneeId' | 'due'>

/** Somebody has to answer: the owner, who can give the task on. */
async function ownerId({ rows }: Store, { actor }: Said): Promise<string | null> {
  const owner = await rows
    .selectFrom('users')
    .select('id')
    .where('workspace_id', '=', actor.workspaceId)
    .where('role', '=', 'owner')
    .where('is_active', '=', true)
    .executeTakeFirst()
  return owner?.id ?? null
}
