import { readAddress } from '@parley/dialogue'
import type { Event, Message, TaskId, User, UserId } from '@parley/protocol'
import { type Actor, actorOf } from '../actor'
import { updateTask } from '../commands/tasks/update-task'
import { jsonText } from '../store/json-text'
import { asMessage } from '../store/rows'
import type { AttendantOptions } from './attendant'
import type { Comprehended } from './comprehension'
import { messageCause } from './message-cause'
import { placeUnderstanding } from './place-understanding'

/** A message edited later than this after it was written is history: what came of it has long gone its way. */
const FRESH_MS = 10 * 60_000

interface Edited {
  readonly message: Message
  readonly author: User
}

/**
 * Reads edited messages again: the understanding is replaced, and a task that was made of the message follows, as long as
 * nobody has touched it. Nothing is said a second time.
 */
export async function rereadEdits(
  options: AttendantOptions,
  isDirect: boolean,
  events: readonly Event[],
): Promise<void> {
  const ids = events.flatMap((event) => (event.type === 'message-edited' ? [event.messageId as string] : []))
  for (const edited of await readEdited(options, ids)) await reread(options, isDirect, edited)
}

async function readEdited({ store, directory }: AttendantOptions, ids: readonly string[]): Promise<readonly Edited[]> {
  if (ids.length === 0) return []
  const rows = await store.rows
    .selectFrom('messages')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .where('deleted_at', 'is', null)
    .where('created_at', '>', new Date(store.now().getTime() - FRESH_MS))
    .orderBy('seq')
    .execute()
  const found = await Promise.all(
    rows.map(async (row) => ({
      message: asMessage(row, { reactions: [], files: [] }),
      author: await directory.find(row.author_id),
    })),
  )
  return found.flatMap(({ message, author }) =>
    author?.kind === 'person' && message.text !== '' ? [{ message, author }] : [],
  )
}

async function reread(options: AttendantOptions, isDirect: boolean, { message, author }: Edited): Promise<void> {
  const { assistant, comprehension, directory, names } = options
  const address = readAddress(message.text, names)
  const situation = await directory.situationOf({ userId: author.id, timeZone: author.timeZone }, message.channelId)
  const [read] = await comprehension.read([{ text: address.text, situation }], 'background')
  if (!read) return
  const understanding = placeUnderstanding(read.understanding, message.text, address)
  const isStillSaid = await replaceUnderstanding(options, message, understanding)
  if (!isStillSaid || !(address.isAddressed || isDirect)) return
  await updateTasks(options, message, actorOf(author, assistant.workspaceId), read.tasks)
}

/** Under the message's lock: an edit that came meanwhile has taken this reading's place. */
function replaceUnderstanding(
  { store, assistant, comprehension }: AttendantOptions,
  message: Message,
  understanding: Comprehended['understanding'],
): Promise<boolean> {
  return store.rows.transaction().execute(async (rows) => {
    const row = await rows.selectFrom('messages').selectAll().where('id', '=', message.id).forShare().executeTakeFirst()
    if (!row || asMessage(row, { reactions: [], files: [] }).editedAt !== message.editedAt || row.deleted_at !== null)
      return false
    const value = { understanding: jsonText(understanding), made_by: comprehension.madeBy }
    await rows
      .insertInto('understandings')
      .values({ message_id: message.id, workspace_id: assistant.workspaceId, ...value })
      .onConflict((conflict) => conflict.column('message_id').doUpdateSet(value))
      .execute()
    return true
  })
}

/** Only where as many tasks are found as were made, and each is as it was made: version 1, and open. */
async function updateTasks(
  { store }: AttendantOptions,
  message: Message,
  actor: Actor,
  found: Comprehended['tasks'],
): Promise<void> {
  const made = await store.rows
    .selectFrom('tasks')
    .select(['id', 'cause', 'version', 'status', 'title', 'assignee_id', 'due'])
    .where('source_message_id', '=', message.id)
    .where(
      'cause',
      'in',
      [...found.keys(), found.length].map((index) => `${messageCause(message)}/${index}`),
    )
    .orderBy('cause')
    .execute()
  const isUntouched = made.every(({ version, status }) => version === 1 && status === 'open')
  if (made.length !== found.length || !isUntouched) return
  for (const [index, { title, assigneeId, due }] of found.entries()) {
    const task = made.find(({ cause }) => cause === `${messageCause(message)}/${index}`)
    if (!task || (task.title === title && task.assignee_id === assigneeId && task.due === due)) continue
    const change = { taskId: task.id as TaskId, title, due, assigneeId: assigneeId as UserId | null }
    await updateTask({ store }, actor, change)
  }
}
