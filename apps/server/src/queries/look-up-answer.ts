import { isQuestion } from '@parley/dialogue'
import type { QueryAnswer, QueryInput } from '@parley/protocol'
import type { Actor } from '../actor'
import type { Services } from '../services'

/** What asks nothing costs nothing; questions are limited, since each costs the encoder a pass. */
export async function lookUpAnswer(
  { assistant, rateLimits }: Services,
  actor: Actor,
  { text }: QueryInput<'assistant.lookUp'>,
): Promise<QueryAnswer<'assistant.lookUp'>> {
  if (!isQuestion(text)) return { reply: null }
  rateLimits.admit('lookUps', actor.userId)
  return { reply: await assistant.lookUp(actor, text) }
}
