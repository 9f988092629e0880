import type { QueryAnswer, QueryInput } from '@parley/protocol'
import type { Actor } from '../actor'
import type { Services } from '../services'

/** Read by the recognisers that read every message, in the actor's zone; asked while somebody writes, and limited likewise. */
export async function readTime(
  { assistant, rateLimits }: Services,
  actor: Actor,
  { text }: QueryInput<'times.read'>,
): Promise<QueryAnswer<'times.read'>> {
  rateLimits.admit('lookUps', actor.userId)
  return assistant.readPlan(actor, text)
}
