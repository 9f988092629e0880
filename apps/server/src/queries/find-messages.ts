import { ParleyError, type QueryAnswer, type QueryInput } from '@parley/protocol'
import type { Actor } from '../actor'
import { selectReadableMessages } from '../policies/access'
import { requireReadable } from '../policies/channel-policy'
import type { Services } from '../services'
import type { Database } from '../store/database'
import { asMessages } from '../store/read-messages'

/*
 * Messages found by what people did with them, across channels: pinned, saved, naming somebody. Which channels the
 * reader may read stands in each query.
 */

const LIMIT = 200

/** A channel's pins, newest first. */
export async function listPinnedMessages(
  { store }: Services,
  actor: Actor,
  { channelId }: QueryInput<'messages.pinned'>,
): Promise<QueryAnswer<'messages.pinned'>> {
  return store.snapshot(async (rows) => {
    await requireReadable(rows, actor, channelId)
    const found = await rows
      .selectFrom('messages')
      .selectAll()
      .where('channel_id', '=', channelId)
      .where('pinned_at', 'is not', null)
      .orderBy('pinned_at', 'desc')
      .limit(LIMIT)
      .execute()
    return { messages: await asMessages(rows, found) }
  })
}

/** What the actor kept for later, as far as they may still read it. */
export async function listSavedMessages({ store }: Services, actor: Actor): Promise<QueryAnswer<'messages.saved'>> {
  return store.snapshot(async (rows) => {
    const found = await selectReadableMessages(rows, actor)
      .innerJoin('saved_messages', 'saved_messages.message_id', 'messages.id')
      .where('saved_messages.user_id', '=', actor.userId)
      .orderBy('saved_messages.saved_at', 'desc')
      .limit(LIMIT)
      .execute()
    return { messages: await asMessages(rows, found) }
  })
}

/** Messages that name the actor, or call everybody in a channel they are in. Ids sort by time. */
export async function listMentions(
  { store }: Services,
  actor: Actor,
  input: QueryInput<'messages.mentions'>,
): Promise<QueryAnswer<'messages.mentions'>> {
  return store.snapshot(async (rows) => {
    const ids = await readMentioning(rows, actor, input)
    if (ids.length === 0) return { messages: [] }
    const found = await rows.selectFrom('messages').selectAll().where('id', 'in', ids).orderBy('id', 'desc').execute()
    return { messages: await asMessages(rows, found) }
  })
}

async function readMentioning(rows: Database, actor: Actor, input: QueryInput<'messages.mentions'>): Promise<string[]> {
  let mentions = rows
    .selectFrom('mentions')
    .innerJoin('memberships', 'memberships.channel_id', 'mentions.channel_id')
    .select('mentions.message_id')
    .distinct()
    .where('memberships.user_id', '=', actor.userId)
    .where('mentions.author_id', '<>', actor.userId)
    .where((where) => where.or([where('mentions.user_id', '=', actor.userId), where('mentions.user_id', 'is', null)]))
    .orderBy('mentions.message_id', 'desc')
    .limit(input.limit)
  if (input.before !== undefined) mentions = mentions.where('mentions.message_id', '<', input.before)
  return (await mentions.execute()).map((row) => row.message_id)
}

/** What a message said before it was edited. */
export async function readMessageHistory(
  { store }: Services,
  actor: Actor,
  { messageId }: QueryInput<'messages.history'>,
): Promise<QueryAnswer<'messages.history'>> {
  return store.snapshot(async (rows) => {
    const message = await rows
      .selectFrom('messages')
      .select('channel_id')
      .where('id', '=', messageId)
      .where('workspace_id', '=', actor.workspaceId)
      .executeTakeFirst()
    if (!message) throw new ParleyError('not_found', { kind: 'message', id: messageId })
    await requireReadable(rows, actor, message.channel_id)
    const revisions = await rows
      .selectFrom('message_revisions')
      .select(['text', 'replaced_at'])
      .where('message_id', '=', messageId)
      .orderBy('number')
      .execute()
    return { revisions: revisions.map((row) => ({ text: row.text, replacedAt: row.replaced_at.toISOString() })) }
  })
}
