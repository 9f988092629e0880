import type { QueryAnswer, QueryInput } from '@parley/protocol'
import type { Actor } from '../actor'
import type { Services } from '../services'

/** Read by the recognisers that read every message, in the actor's zone. */
export function readTime(
  { assistant }: Services,
  actor: Actor,
  { text }: QueryInput<'times.read'>,
): Promise<QueryAnswer<'times.read'>> {
  return assistant.readPlan(actor, text)
}
