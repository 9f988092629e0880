import type { QueryAnswer, QueryInput } from '@parley/protocol'
import type { Actor } from '../actor'
import { requireReadable } from '../policies/channel-policy'
import type { Services } from '../services'
import { asMessage } from '../store/rows'

/** A page of a channel's messages, newest first, tombstones included. */
export async function listMessages(
  { store }: Services,
  actor: Actor,
  input: QueryInput<'messages.list'>,
): Promise<QueryAnswer<'messages.list'>> {
  await requireReadable(store.rows, actor, input.channelId)
  let page = store.rows
    .selectFrom('messages')
    .selectAll()
    .where('channel_id', '=', input.channelId)
    .orderBy('seq', 'desc')
    .limit(input.limit)
  if (input.before !== undefined) page = page.where('seq', '<', input.before)
  return { messages: (await page.execute()).map(asMessage) }
}
