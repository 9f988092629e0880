import { isQuestion } from '@parley/dialogue'
import type { QueryAnswer, QueryInput } from '@parley/protocol'
import type { Actor } from '../actor'
import type { Services } from '../services'

/** What asks nothing costs nothing; questions are limited like those put to the assistant. */
export async function lookUpAnswer(
  { assistant, rateLimits }: Services,
  actor: Actor,
  { text }: QueryInput<'assistant.lookUp'>,
): Promise<QueryAnswer<'assistant.lookUp'>> {
  if (!isQuestion(text)) return { reply: null }
  rateLimits.admit('asks', actor.userId)
  return { reply: await assistant.lookUp(actor, text) }
}
