import type { Message, QueryAnswer, QueryInput } from '@parley/protocol'
import { sql } from 'kysely'
import type { Actor } from '../actor'
import { requireReadableThread } from '../policies/thread-policy'
import type { Services } from '../services'
import type { Database } from '../store/database'
import { asMessages, readMessage } from '../store/read-messages'
import { asThreadState, readThreadState, selectThreads } from '../store/thread-states'
import { readCardTasks } from './read-card-tasks'

/** The message that a thread hangs on, and where the actor stands in the thread. */
export async function getThread(
  { store }: Services,
  actor: Actor,
  { threadId }: QueryInput<'threads.get'>,
): Promise<QueryAnswer<'threads.get'>> {
  return store.snapshot(async (rows) => {
    const root = await requireReadableThread(rows, actor, threadId)
    return { root: await readMessage(rows, threadId), thread: await readThreadState(rows, actor.userId, root) }
  })
}

/** Followed threads, newest reply first, each with its last replies. */
export async function listThreads(
  { store }: Services,
  actor: Actor,
  input: QueryInput<'threads.list'>,
): Promise<QueryAnswer<'threads.list'>> {
  return store.snapshot(async (rows) => {
    const threads = await readFollowed(rows, actor, input)
    const messages = await readRootsAndReplies(
      rows,
      threads.map((thread) => thread.threadId),
    )
    return {
      threads: threads.flatMap((thread) => {
        const root = messages.find((message) => message.id === thread.threadId)
        const lastReplies = messages.filter((message) => message.threadId === thread.threadId)
        return root ? [{ thread, root, lastReplies }] : []
      }),
      tasks: await readCardTasks(rows, actor, messages),
    }
  })
}

async function readFollowed(rows: Database, actor: Actor, input: QueryInput<'threads.list'>) {
  let threads = selectThreads(rows, actor.userId)
    .where('thread_follows.is_following', '=', true)
    .where('root.reply_count', '>', 0)
    .orderBy('root.last_reply_at', 'desc')
    .orderBy('root.id', 'desc')
    .limit(input.limit)
  if (input.before !== undefined) threads = threads.where(isListedAfter(new Date(input.before), input.beforeThreadId))
  return (await threads.execute()).map(asThreadState)
}

const isListedAfter = (lastReplyAt: Date, threadId: string | undefined) =>
  threadId === undefined
    ? sql<boolean>`root.last_reply_at < ${lastReplyAt}`
    : sql<boolean>`(root.last_reply_at, root.id) < (${lastReplyAt}, ${threadId}::uuid)`

/** How many replies of each thread the list shows. */
const SHOWN = 2

/** Roots and last replies, oldest first. */
async function readRootsAndReplies(rows: Database, threadIds: readonly string[]): Promise<Message[]> {
  if (threadIds.length === 0) return []
  const found = await rows
    .selectFrom('messages')
    .leftJoin('messages as root', 'root.id', 'messages.thread_id')
    .selectAll('messages')
    .where((where) =>
      where.or([
        where('messages.id', 'in', [...threadIds]),
        where.and([
          where('messages.thread_id', 'in', [...threadIds]),
          where(where('messages.reply_number', '+', SHOWN), '>', where.ref('root.reply_count')),
        ]),
      ]),
    )
    .orderBy('messages.seq')
    .execute()
  return asMessages(rows, found)
}
