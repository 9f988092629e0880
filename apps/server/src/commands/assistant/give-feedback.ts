import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireMembership } from '../../policies/channel-policy'
import type { Services } from '../../services'
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
  return {}
}
