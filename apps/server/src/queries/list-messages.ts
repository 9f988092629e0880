import type { Message, QueryAnswer, QueryInput, Task } from '@parley/protocol'
import { sql } from 'kysely'
import type { Actor } from '../actor'
import { requireReadable } from '../policies/channel-policy'
import type { Services } from '../services'
import type { Database } from '../store/database'
import { asMessages } from '../store/read-messages'
import { asTask } from '../store/rows'
import { selectVisibleTasks } from '../store/visible-tasks'

/**
 * A page of what a channel shows, or of a thread's replies: newest first, tombstones included, with the tasks of their
 * cards, in one snapshot.
 */
export async function listMessages(
  { store }: Services,
  actor: Actor,
  input: QueryInput<'messages.list'>,
): Promise<QueryAnswer<'messages.list'>> {
  return store.snapshot(async (rows) => {
    await requireReadable(rows, actor, input.channelId)
    const messages = await readPage(rows, input)
    return { messages, tasks: await readCardTasks(rows, actor, messages) }
  })
}

/** In the very words of the index `messages_in_channel`, or it would not be used. */
const IS_IN_CHANNEL = sql<boolean>`(thread_id is null or is_also_in_channel)`

async function readPage(rows: Database, input: QueryInput<'messages.list'>): Promise<Message[]> {
  let page = rows
    .selectFrom('messages')
    .selectAll()
    .where('channel_id', '=', input.channelId)
    .orderBy('seq', 'desc')
    .limit(input.limit)
  if (input.threadId !== undefined) page = page.where('thread_id', '=', input.threadId)
  else page = page.where(IS_IN_CHANNEL)
  if (input.before !== undefined) page = page.where('seq', '<', input.before)
  return asMessages(rows, await page.execute())
}

/** A card outlives the status that its task had: it is drawn from the task as it is now, if the reader may see it. */
async function readCardTasks(rows: Database, actor: Actor, messages: readonly Message[]): Promise<Task[]> {
  const ids = [...new Set(messages.flatMap(({ card }) => card?.taskIds ?? []))]
  if (ids.length === 0) return []
  const found = await selectVisibleTasks(rows, actor.userId).where('tasks.id', 'in', ids).execute()
  return found.map(asTask)
}
