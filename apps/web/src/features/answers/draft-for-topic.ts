import type { ParleyClient } from '@parley/client'
import type { UnansweredTopic } from '@parley/protocol'
import { type AnswerDraft, NEW_ANSWER } from './answer-dialog'

const HAN = /\p{Script=Han}/u

/** An answer to a topic, begun with what the documents say that comes nearest to it. */
export async function draftForTopic(
  client: Pick<ParleyClient, 'query'>,
  { wordings }: UnansweredTopic,
): Promise<AnswerDraft> {
  const [question = ''] = wordings
  const { sources } = await client.query('questions.suggest', { question: question.slice(0, 500) })
  const nearest = sources.slice(0, 1)
  const quote = nearest[0]?.quote ?? ''
  return { ...NEW_ANSWER, questions: wordings.join('\n'), [HAN.test(quote) ? 'zh' : 'en']: quote, sources: nearest }
}
