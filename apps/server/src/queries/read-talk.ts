import { MOST_SUMMARIZED, ParleyError, type QueryInput } from '@parley/protocol'
import type { Selectable } from 'kysely'
import type { Actor } from '../actor'
import { requireReadable } from '../policies/channel-policy'
import type { Database } from '../store/database'
import { isInChannel } from '../store/is-in-channel'
import type { MessageTable } from '../store/schema'

/** What a summary reads of a message, and how it finds it again. */
export const talkColumns = [
  'id',
  'channel_id',
  'thread_id',
  'is_also_in_channel',
  'seq',
  'author_id',
  'text',
  'reply_count',
  'created_at',
] as const
export type TalkRow = Pick<Selectable<MessageTable>, (typeof talkColumns)[number]>
type Place = QueryInput<'messages.summarize'>

export interface Talk {
  readonly span: 'unread' | 'last' | 'since'
  /** Oldest first: what people wrote, deleted messages and cards left out. */
  readonly rows: readonly TalkRow[]
  readonly isCut: boolean
}

/** Of somebody who has read everything, so many of the newest. */
const USUAL = 50

/** The messages that are asked for; unless told otherwise the unread, or the newest where there are none. */
export async function readTalk(rows: Database, actor: Actor, place: Place): Promise<Talk> {
  await requireReadable(rows, actor, place.channelId)
  if (place.threadId) await requireThreadHere(rows, place)
  if (place.last !== undefined) return readSpan(rows, place, 'last', place.last)
  const { since } = place
  if (since !== undefined) return readSpan(rows, place, 'since', MOST_SUMMARIZED, { since })
  const after = await readNumber(rows, actor, place)
  const unread = after === null ? null : await readSpan(rows, place, 'unread', MOST_SUMMARIZED, { after })
  return unread && unread.rows.length > 0 ? unread : readSpan(rows, place, 'last', USUAL)
}

async function requireThreadHere(rows: Database, { channelId, threadId }: Place): Promise<void> {
  const root = await rows
    .selectFrom('messages')
    .select('id')
    .where('id', '=', threadId ?? '')
    .where('channel_id', '=', channelId)
    .where('thread_id', 'is', null)
    .executeTakeFirst()
  if (!root) throw new ParleyError('not_found', { kind: 'message', id: threadId })
}

/** Up to where the actor has read; null where they follow nothing. */
async function readNumber(rows: Database, actor: Actor, { channelId, threadId }: Place): Promise<number | null> {
  const read = threadId
    ? await rows
        .selectFrom('thread_follows')
        .select('read_number')
        .where('thread_id', '=', threadId)
        .where('user_id', '=', actor.userId)
        .executeTakeFirst()
    : await rows
        .selectFrom('memberships')
        .select('read_number')
        .where('channel_id', '=', channelId)
        .where('user_id', '=', actor.userId)
        .executeTakeFirst()
  return read?.read_number ?? null
}

async function readSpan(
  rows: Database,
  place: Place,
  span: Talk['span'],
  limit: number,
  from: { readonly since?: string; readonly after?: number } = {},
): Promise<Talk> {
  let said = selectSaid(rows, place)
  if (from.since !== undefined) said = said.where('created_at', '>=', new Date(from.since))
  if (from.after !== undefined) said = said.where(place.threadId ? 'reply_number' : 'message_number', '>', from.after)
  const found = await said
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute()
  return { span, rows: found.slice(0, limit).toReversed(), isCut: span !== 'last' && found.length > limit }
}

/** A thread with the message that it hangs on. */
function selectSaid(rows: Database, { channelId, threadId }: Place) {
  const said = rows
    .selectFrom('messages')
    .select(talkColumns)
    .where('channel_id', '=', channelId)
    .where('deleted_at', 'is', null)
    .where('card', 'is', null)
  if (!threadId) return said.where(isInChannel)
  return said.where((where) => where.or([where('thread_id', '=', threadId), where('id', '=', threadId)]))
}
