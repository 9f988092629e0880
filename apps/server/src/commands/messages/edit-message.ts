import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireMembership } from '../../policies/channel-policy'
import type { Services } from '../../services'
import { storeText } from '../../store/content'
import { asMessage } from '../../store/rows'
import { findMessage } from './find-message'

/** Authors change their own words, as long as they are in the channel. */
export async function editMessage(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'messages.edit'>,
): Promise<CommandAnswer<'messages.edit'>> {
  const { channel_id: channelId } = await findMessage(store.rows, actor, input.messageId)
  return store.write(actor.workspaceId, [channelId], async ({ rows, append }) => {
    await requireMembership(rows, actor, channelId)
    const before = await findMessage(rows, actor, input.messageId)
    if (before.author_id !== actor.userId) throw new ParleyError('forbidden', { action: 'edit_message' })
    await rows.deleteFrom('understandings').where('message_id', '=', input.messageId).execute()
    const message = asMessage(
      await rows
        .updateTable('messages')
        .set({ text: storeText(input.text), edited_at: editedAt(store.now(), before.edited_at) })
        .where('id', '=', input.messageId)
        .returningAll()
        .executeTakeFirstOrThrow(),
    )
    append(channelId, {
      type: 'message-edited',
      messageId: message.id,
      text: message.text,
      editedAt: message.editedAt ?? message.createdAt,
    })
    return { message }
  })
}

/** Whoever holds two forms of a message takes the later one: two edits within a millisecond must not be equal. */
function editedAt(now: Date, before: Date | null): Date {
  return before && before >= now ? new Date(before.getTime() + 1) : now
}
