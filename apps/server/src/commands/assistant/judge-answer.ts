import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'

/** What its asker thinks of an answer that nobody else has seen; the last word counts. */
export async function judgeAnswer(
  { store }: Services,
  actor: Actor,
  { questionId, isHelpful }: CommandInput<'questions.judge'>,
): Promise<CommandAnswer<'questions.judge'>> {
  const { numUpdatedRows } = await store.rows
    .updateTable('questions')
    .set({ is_helpful: isHelpful })
    .where('id', '=', questionId)
    .where('asker_id', '=', actor.userId)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new ParleyError('not_found', { kind: 'question', id: questionId })
  return {}
}
