import { type CommandAnswer, type CommandInput, type MessageId, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { isModerator } from '../../policies/moderators'
import type { Services } from '../../services'
import type { Database } from '../../store/database'
import { dropFilesOf } from '../../store/files'
import { replaceWords } from '../../store/search-index'
import type { Write } from '../../store/write'
import { type Changing, changeMessage } from './change-message'

/**
 * Authors and moderators delete. The message's words go for good, with their earlier forms and what others hung on
 * them; a tombstone keeps its place and number. What was made of it before stays: tasks, replies, and what the
 * assistant remembers of the conversation.
 */
export function deleteMessage(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'messages.delete'>,
): Promise<CommandAnswer<'messages.delete'>> {
  return changeMessage(store, actor, input.messageId, async (changing) => {
    const { rows, before, channel } = changing
    const isAllowed = before.author_id === actor.userId || (await isModerator(rows, actor, channel.id))
    if (!isAllowed) throw new ParleyError('forbidden', { action: 'delete_message' })
    await entomb(changing, before, store.now())
  })
}

/** Leaves the tombstone, and says so in the channel, whose stream must be locked. */
export async function entomb({ rows, append }: Write, before: Changing['before'], deletedAt: Date): Promise<void> {
  await dropEverythingOf(rows, before.id)
  await dropFilesOf(rows, before.id, deletedAt)
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
      reply_link: null,
      deleted_at: deletedAt,
    })
    .where('id', '=', before.id)
    .execute()
  await replaceWords(rows, { ...before, deleted_at: deletedAt })
  const isInChannel = before.thread_id === null || before.is_also_in_channel
  append(before.channel_id, {
    type: 'message-deleted',
    messageId: before.id as MessageId,
    messageNumber: isInChannel ? before.message_number : null,
    deletedAt: deletedAt.toISOString(),
  })
}

/** Whoever kept it for later keeps a tombstone: they may have left the channel, and would not hear of the deletion. */
async function dropEverythingOf(rows: Database, messageId: string): Promise<void> {
  for (const table of [
    'understandings',
    'message_labels',
    'message_revisions',
    'mentions',
    'reactions',
    'poll_votes',
    'questions',
    'suggestions',
    'graph_evidence',
    'graph_rereads',
  ] as const) {
    await rows.deleteFrom(table).where('message_id', '=', messageId).execute()
  }
}
