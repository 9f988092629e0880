import type { QueryAnswer, QueryInput } from '@parley/protocol'
import type { Actor } from '../actor'
import { findMessage } from '../commands/messages/find-message'
import { requireReadable } from '../policies/channel-policy'
import type { Services } from '../services'

/** Why a message is understood as it is: computed afresh, and for nobody who has stopped asking. */
export async function explainMessage(
  services: Services,
  actor: Actor,
  { messageId }: QueryInput<'messages.explain'>,
  signal: AbortSignal,
): Promise<QueryAnswer<'messages.explain'>> {
  const text = await readExplained(services, actor, messageId)
  services.rateLimits.admit('asks', actor.userId)
  const explanation = await services.assistant.explain(text, signal)
  // Asked again: it takes a moment, in which the message may have been deleted, or closed to the actor.
  const isOutdated = (await readExplained(services, actor, messageId)) !== text
  return { explanation, isOutdated }
}

/** The text of a message that the actor may read. */
export async function readExplained({ store }: Services, actor: Actor, messageId: string): Promise<string> {
  const message = await findMessage(store.rows, actor, messageId)
  await requireReadable(store.rows, actor, message.channel_id)
  return message.text
}
