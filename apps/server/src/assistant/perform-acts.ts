import type { Act, Reply } from '@parley/dialogue'
import { type Language, MessageId, ParleyError, type Task, type TaskId, type UserId } from '@parley/protocol'
import type { Actor } from '../actor'
import { storeReminder } from '../commands/reminders/create-reminder'
import { storeTask, type TaskDraft } from '../commands/tasks/create-task'
import { updateTask } from '../commands/tasks/update-task'
import type { Store } from '../store/store'
import { flowTaskTitle, handOffTaskTitle, passedOn, REMINDER, reminderDue } from './act-titles'
import type { Place, Said } from './converse'
import { reminderOf } from './reminder-of'
import { zonedNow } from './zoned-now'

export interface Performed {
  readonly made: readonly Task[]
  readonly changed: readonly Task[]
}

type Change = Extract<Act, { kind: 'changeTask' }>
type Creation = Exclude<Act, Change>

/** Does what a turn decided: makes tasks and reminders, each once a cause, and changes tasks that an earlier turn made. */
export async function performActs(store: Store, said: Said, reply: Reply, acts: readonly Act[]): Promise<Performed> {
  const made: Task[] = []
  const changed: Task[] = []
  for (const [index, act] of acts.entries()) {
    if (act.kind === 'changeTask') changed.push(await changeTask(store, said.actor, act))
    else if (!(await remind(store, said, act, index))) made.push(await makeTask(store, said, reply, act, index))
  }
  return { made, changed }
}

/** With the rights of whoever said it: a task that they no longer see is not theirs to change. */
async function changeTask(store: Store, actor: Actor, { taskId, change }: Change): Promise<Task> {
  const { assigneeId, ...others } = change
  const assignee = assigneeId === undefined ? {} : { assigneeId: assigneeId as UserId | null }
  return (await updateTask({ store }, actor, { taskId: taskId as TaskId, ...others, ...assignee })).task
}

/**
 * Sets a reminder going, where that was asked for. False for what cannot ring, such as a time that has passed before it
 * was confirmed: it becomes a task, so that it is not lost.
 */
async function remind(store: Store, { actor, place, cause }: Said, act: Creation, index: number): Promise<boolean> {
  const reminder = act.kind === 'completeFlow' && act.flow === REMINDER ? reminderOf(act.slots, actor.timeZone) : null
  if (!reminder) return false
  const about = place.kind === 'channel' && !place.isDirect ? { messageId: MessageId.parse(place.messageId) } : {}
  try {
    await storeReminder(store, actor, { ...reminder, ...about, repeats: null, cause: `${cause}/${index}` })
    return true
  } catch (error) {
    if (error instanceof ParleyError && error.status < 500) return false
    throw error
  }
}

/** Everything else that the assistant sets going is work that a person can see, take back or finish: a task. */
function makeTask(store: Store, said: Said, reply: Reply, act: Creation, index: number): Promise<Task> {
  return storeTask(store, said.actor, {
    ...placeOf(said.place, act),
    reasons: reply.reasons,
    ...draftOf(act, said.actor, zonedNow(store.now(), said.actor.timeZone), reply),
    origin: 'assistant',
    cause: `${said.cause}/${index}`,
  })
}

/** Whoever takes over from a private talk with the assistant is not in it: the task stands alone. */
function placeOf(place: Place, { kind }: Creation): Pick<TaskDraft, 'channelId' | 'sourceMessageId'> {
  const isPrivate = place.kind === 'conversation' || (place.isDirect && kind === 'handOff')
  return isPrivate
    ? { channelId: null, sourceMessageId: null }
    : { channelId: place.channelId, sourceMessageId: place.messageId }
}

function draftOf(act: Creation, actor: Actor, now: string, { language, reasons }: Reply): Draft {
  switch (act.kind) {
    case 'createTask':
      return { title: act.task.title, assigneeId: act.task.assigneeId, due: act.task.due }
    case 'completeFlow':
      return flowDraft(act, actor, now, language)
    case 'handOff':
      return {
        title: handOffTaskTitle(
          { name: actor.name, words: act.extract.at(-1) ?? '', isUrgent: act.isUrgent },
          language,
        ),
        assigneeId: act.receiverId,
        due: null,
        reasons: [...reasons, ...passedOn(actor.name, act.extract)],
      }
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

type Draft = Pick<TaskDraft, 'title' | 'assigneeId' | 'due'> & Partial<Pick<TaskDraft, 'reasons'>>
