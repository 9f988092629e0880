import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'

/**
 * The asker lets those who look after the knowledge base read a question that was not answered, and wants to be told of
 * an answer.
 */
export async function awaitAnswer(
  { store, assistant }: Services,
  actor: Actor,
  { messageId }: CommandInput<'questions.await'>,
): Promise<CommandAnswer<'questions.await'>> {
  const asked = await store.rows
    .selectFrom('questions')
    .innerJoin('messages', 'messages.id', 'questions.message_id')
    .select(['questions.id', 'messages.text'])
    .where('questions.message_id', '=', messageId)
    .where('questions.asker_id', '=', actor.userId)
    .where('messages.deleted_at', 'is', null)
    .executeTakeFirst()
  if (!asked) throw new ParleyError('not_found', { kind: 'question', id: messageId })
  const { encoderId, vectors } = await assistant.sketchQuestions([asked.text])
  await store.rows
    .updateTable('questions')
    .set({ is_awaited: true, settled_at: null, vector: vectors[0] ?? null, encoder_id: encoderId })
    .where('id', '=', asked.id)
    .execute()
  return {}
}
