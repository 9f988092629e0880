import type { Message, QueryAnswer, QueryInput } from '@parley/protocol'
import type { Actor } from '../actor'
import { requireReadable } from '../policies/channel-policy'
import type { Services } from '../services'
import type { Database } from '../store/database'
import { isInChannel } from '../store/is-in-channel'
import { asMessages } from '../store/read-messages'
import { readCardTasks } from './read-card-tasks'

type Input = QueryInput<'messages.list'>
type Page = Pick<QueryAnswer<'messages.list'>, 'messages' | 'hasOlder' | 'hasNewer'>

/**
 * A page of what a channel shows, or of a thread's replies: newest first, tombstones included, with the tasks of their
 * cards, in one snapshot.
 */
export async function listMessages(
  { store }: Services,
  actor: Actor,
  input: Input,
): Promise<QueryAnswer<'messages.list'>> {
  return store.snapshot(async (rows) => {
    await requireReadable(rows, actor, input.channelId)
    const page = await readPage(rows, input)
    return { ...page, tasks: await readCardTasks(rows, actor, page.messages) }
  })
}

async function readPage(rows: Database, input: Input): Promise<Page> {
  const { around, after, before, limit } = input
  if (around !== undefined) return readAround(rows, input, around)
  if (after !== undefined) {
    const { found, hasMore } = await readNewer(rows, input, after, limit)
    return { messages: found, hasOlder: after > 0, hasNewer: hasMore }
  }
  const { found, hasMore } = await readOlder(rows, input, before, limit)
  return { messages: found, hasOlder: hasMore, hasNewer: before !== undefined }
}

/** The one that is sought is among the older half. */
async function readAround(rows: Database, input: Input, around: number): Promise<Page> {
  const half = Math.ceil(input.limit / 2)
  const older = await readOlder(rows, input, around + 1, half)
  const newer = await readNewer(rows, input, around, input.limit - half)
  return { messages: [...newer.found, ...older.found], hasOlder: older.hasMore, hasNewer: newer.hasMore }
}

interface Found {
  readonly found: Message[]
  readonly hasMore: boolean
}

async function readOlder(rows: Database, input: Input, before: number | undefined, limit: number): Promise<Found> {
  let page = selectFrom(rows, input).orderBy('seq', 'desc')
  if (before !== undefined) page = page.where('seq', '<', before)
  const found = await page.limit(limit + 1).execute()
  return { found: await asMessages(rows, found.slice(0, limit)), hasMore: found.length > limit }
}

async function readNewer(rows: Database, input: Input, after: number, limit: number): Promise<Found> {
  const page = selectFrom(rows, input).orderBy('seq', 'asc').where('seq', '>', after)
  const found = await page.limit(limit + 1).execute()
  return { found: await asMessages(rows, found.slice(0, limit).toReversed()), hasMore: found.length > limit }
}

function selectFrom(rows: Database, { channelId, threadId }: Input) {
  const messages = rows.selectFrom('messages').selectAll().where('channel_id', '=', channelId)
  return threadId === undefined ? messages.where(isInChannel) : messages.where('thread_id', '=', threadId)
}
