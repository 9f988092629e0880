import type { QueryAnswer, QueryInput } from '@parley/protocol'
import type { Actor } from '../actor'
import type { Services } from '../services'
import { readExplained } from './explain-message'

/** What a message's tokens look at in one layer of the encoder: for looking at, and kept nowhere. */
export async function readAttention(
  services: Services,
  actor: Actor,
  { messageId, layer }: QueryInput<'messages.attention'>,
  signal: AbortSignal,
): Promise<QueryAnswer<'messages.attention'>> {
  const text = await readExplained(services, actor, messageId)
  services.rateLimits.admit('asks', actor.userId)
  const attention = await services.assistant.attend(text, { layer, signal })
  const isOutdated = (await readExplained(services, actor, messageId)) !== text
  return { attention, isOutdated }
}
