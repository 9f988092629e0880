import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import { type Actor, isAdministrator } from '../../actor'
import type { Services } from '../../services'
import type { Database } from '../../store/database'
import { dropFilesOf } from '../../store/files'
import { replaceWords } from '../../store/search-index'
import { changeMessage } from './change-message'

/**
 * Authors and administrators delete. The message's words go for good, with their earlier forms and what others hung on
 * them; a tombstone keeps its place and number. What was made of it before stays: tasks, replies, and what the
 * assistant remembers of the conversation.
 */
export function deleteMessage(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'messages.delete'>,
): Promise<CommandAnswer<'messages.delete'>> {
  return changeMessage(store, actor, input.messageId, async ({ rows, append, before }) => {
    const isAllowed = before.author_id === actor.userId || isAdministrator(actor)
    if (!isAllowed) throw new ParleyError('forbidden', { action: 'delete_message' })
    const deletedAt = store.now()
    await dropEverythingOf(rows, input.messageId)
    await dropFilesOf(rows, input.messageId, deletedAt)
    await rows
      .updateTable('messages')
      .set({
        text: '',
        card: null,
        mentions: [],
        is_for_everyone: false,
        file_ids: [],
        pinned_at: null,
        pinned_by: null,
        deleted_at: deletedAt,
      })
      .where('id', '=', input.messageId)
      .execute()
    await replaceWords(rows, { ...before, deleted_at: deletedAt })
    const isInChannel = before.thread_id === null || before.is_also_in_channel
    append(before.channel_id, {
      type: 'message-deleted',
      messageId: input.messageId,
      messageNumber: isInChannel ? before.message_number : null,
      deletedAt: deletedAt.toISOString(),
    })
  })
}

/** Whoever kept it for later keeps a tombstone: they may have left the channel, and would not hear of the deletion. */
async function dropEverythingOf(rows: Database, messageId: string): Promise<void> {
  for (const table of ['understandings', 'message_revisions', 'mentions', 'reactions'] as const) {
    await rows.deleteFrom(table).where('message_id', '=', messageId).execute()
  }
}
