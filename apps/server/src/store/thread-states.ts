import type { ThreadState } from '@parley/protocol'
import type { Selectable } from 'kysely'
import type { Database } from './database'
import type { MessageTable } from './schema'

/** How many threads a person's state holds. */
const LIMIT = 1_000

/** Threads that a person has to do with, in channels that they are a member of, newest reply first. */
export async function readThreadStates(
  rows: Database,
  userId: string,
  channelIds?: readonly string[],
): Promise<ThreadState[]> {
  const threads = selectThreads(rows, userId).orderBy('root.last_reply_at', 'desc').limit(LIMIT)
  const found = await (channelIds ? threads.where('root.channel_id', 'in', [...channelIds]) : threads).execute()
  return found.map(asThreadState)
}

/** Some of them, by their ids. */
export async function readThreadStatesById(
  rows: Database,
  userId: string,
  threadIds: readonly string[],
): Promise<ReadonlyMap<string, ThreadState>> {
  if (threadIds.length === 0) return new Map()
  const found = await selectThreads(rows, userId)
    .where('root.id', 'in', [...threadIds])
    .execute()
  return new Map(found.map((row) => [row.id, asThreadState(row)]))
}

export function selectThreads(rows: Database, userId: string) {
  return rows
    .selectFrom('thread_follows')
    .innerJoin('messages as root', 'root.id', 'thread_follows.thread_id')
    .innerJoin('memberships', (join) =>
      join.onRef('memberships.channel_id', '=', 'root.channel_id').on('memberships.user_id', '=', userId),
    )
    .select([
      'root.id',
      'root.channel_id',
      'root.reply_count',
      'root.last_reply_at',
      'thread_follows.is_following',
      'thread_follows.read_number',
    ])
    .where('thread_follows.user_id', '=', userId)
}

type ThreadRow = Awaited<ReturnType<ReturnType<typeof selectThreads>['execute']>>[number]

export function asThreadState(row: ThreadRow): ThreadState {
  return {
    threadId: row.id as ThreadState['threadId'],
    channelId: row.channel_id as ThreadState['channelId'],
    isFollowing: row.is_following,
    readNumber: row.read_number,
    replyCount: row.reply_count,
    lastReplyAt: row.last_reply_at?.toISOString() ?? null,
  }
}

/** One thread; who has nothing to do with it does not follow it and has nothing unread in it. */
export async function readThreadState(
  rows: Database,
  userId: string,
  root: Selectable<MessageTable>,
): Promise<ThreadState> {
  const known = (await readThreadStatesById(rows, userId, [root.id])).get(root.id)
  return (
    known ?? {
      threadId: root.id as ThreadState['threadId'],
      channelId: root.channel_id as ThreadState['channelId'],
      isFollowing: false,
      readNumber: root.reply_count,
      replyCount: root.reply_count,
      lastReplyAt: root.last_reply_at?.toISOString() ?? null,
    }
  )
}
