import type { QueryAnswer, QueryInput, Understanding } from '@parley/protocol'
import type { Actor } from '../actor'
import { findMessage } from '../commands/messages/find-message'
import { requireReadable } from '../policies/channel-policy'
import type { Services } from '../services'
import { readLabels } from '../store/message-labels'
import { applyLabels } from './apply-labels'
import { readRuleEdges } from './graph/read-rule-edges'

/** What was read out of a message, and what people said of it; messages that nobody has understood yet are understood now. */
export async function readUnderstanding(
  services: Services,
  actor: Actor,
  input: QueryInput<'messages.understanding'>,
): Promise<QueryAnswer<'messages.understanding'>> {
  const { store } = services
  const message = await findMessage(store.rows, actor, input.messageId)
  await requireReadable(store.rows, actor, message.channel_id)
  const stored = await store.rows
    .selectFrom('understandings')
    .select('understanding')
    .where('message_id', '=', input.messageId)
    .executeTakeFirst()
  // Written by this server and by it alone.
  const understanding =
    (stored?.understanding as Understanding | undefined) ?? (await understandNow(services, actor, message))
  const rules = understanding?.rules
  const ruleEdges = rules ? await readRuleEdges(store.rows, actor, rules) : []
  return {
    understanding: applyLabels(understanding, await readLabels(store.rows, input.messageId)),
    ...(ruleEdges.length > 0 && { ruleEdges }),
  }
}

/** That takes the encoder, as a question does. */
function understandNow(
  { assistant, rateLimits }: Services,
  actor: Actor,
  { text, channel_id: channelId }: Awaited<ReturnType<typeof findMessage>>,
): Promise<Understanding> {
  rateLimits.admit('asks', actor.userId)
  return assistant.understand(actor, text, channelId)
}
