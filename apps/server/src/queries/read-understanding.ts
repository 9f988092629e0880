import type { QueryAnswer, QueryInput, Understanding } from '@parley/protocol'
import type { Actor } from '../actor'
import { findMessage } from '../commands/messages/find-message'
import { requireReadable } from '../policies/channel-policy'
import type { Services } from '../services'

/** What was read out of a message; messages that nobody has understood yet are understood now. */
export async function readUnderstanding(
  { store, assistant }: Services,
  actor: Actor,
  input: QueryInput<'messages.understanding'>,
): Promise<QueryAnswer<'messages.understanding'>> {
  const message = await findMessage(store.rows, actor, input.messageId)
  await requireReadable(store.rows, actor, message.channel_id)
  const stored = await store.rows
    .selectFrom('understandings')
    .select('understanding')
    .where('message_id', '=', input.messageId)
    .executeTakeFirst()
  // Written by this server and by it alone.
  if (stored) return { understanding: stored.understanding as Understanding }
  return { understanding: await assistant.understand(actor, message.text) }
}
