import { type CommandAnswer, type CommandInput, type MessageCard, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireMembership } from '../../policies/channel-policy'
import type { Services } from '../../services'
import type { Database } from '../../store/database'
import { findMessage } from '../messages/find-message'

/** One judgement a person and reply; the last one counts. */
export async function giveFeedback(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'assistant.feedback'>,
): Promise<CommandAnswer<'assistant.feedback'>> {
  const message = await findMessage(store.rows, actor, input.messageId)
  await requireMembership(store.rows, actor, message.channel_id)
  if (!message.card || 'postedAs' in message.card)
    throw new ParleyError('not_found', { kind: 'reply', id: input.messageId })
  await store.rows
    .insertInto('feedback')
    .values({
      message_id: input.messageId,
      user_id: actor.userId,
      workspace_id: actor.workspaceId,
      is_helpful: input.isHelpful,
    })
    .onConflict((conflict) => conflict.columns(['message_id', 'user_id']).doUpdateSet({ is_helpful: input.isHelpful }))
    .execute()
  await noteJudgement(store.rows, message)
  return {}
}

/** The question's entry in the log says so too: one who was not helped outweighs others. */
async function noteJudgement(rows: Database, { id, card }: Awaited<ReturnType<typeof findMessage>>): Promise<void> {
  const { repliesTo } = card as MessageCard
  if (!repliesTo) return
  const judged = rows.selectFrom('feedback').where('message_id', '=', id)
  // Who has looked for an answer themselves judges that one.
  const author = rows.selectFrom('messages').select('author_id').where('id', '=', repliesTo)
  await rows
    .updateTable('questions')
    .set({ is_helpful: judged.select(({ fn }) => fn<boolean>('bool_and', ['is_helpful']).as('is_helpful')) })
    .where('message_id', '=', repliesTo)
    .where('asker_id', '=', author)
    .execute()
}
