import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import { type Actor, isAdministrator } from '../../actor'
import { requireMembership } from '../../policies/channel-policy'
import type { Services } from '../../services'
import { asMessage } from '../../store/rows'
import { findMessage } from './find-message'

/**
 * Authors and administrators delete. The message's words go for good, a tombstone keeps its place and number. What was
 * made of it before stays: tasks, replies, and what the assistant remembers of the conversation.
 */
export async function deleteMessage(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'messages.delete'>,
): Promise<CommandAnswer<'messages.delete'>> {
  const { channel_id: channelId } = await findMessage(store.rows, actor, input.messageId)
  return store.write(actor.workspaceId, [channelId], async ({ rows, append }) => {
    await requireMembership(rows, actor, channelId)
    const before = await findMessage(rows, actor, input.messageId)
    const isAllowed = before.author_id === actor.userId || isAdministrator(actor)
    if (!isAllowed) throw new ParleyError('forbidden', { action: 'delete_message' })
    const deletedAt = store.now()
    await rows.deleteFrom('understandings').where('message_id', '=', input.messageId).execute()
    const message = asMessage(
      await rows
        .updateTable('messages')
        .set({ text: '', card: null, deleted_at: deletedAt })
        .where('id', '=', input.messageId)
        .returningAll()
        .executeTakeFirstOrThrow(),
    )
    append(channelId, { type: 'message-deleted', messageId: message.id, deletedAt: deletedAt.toISOString() })
    return { message }
  })
}
