import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { storeText } from '../../store/content'
import type { Database } from '../../store/database'
import { forgetRead } from '../../store/graph-sources'
import { replaceWords } from '../../store/search-index'
import { type Changing, changeMessage, refuseArchived } from './change-message'

/** Authors change their own words, as long as they are in the channel and it is open. What stood there before is kept. */
export function editMessage(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'messages.edit'>,
): Promise<CommandAnswer<'messages.edit'>> {
  return changeMessage(store, actor, input.messageId, async ({ rows, append, channel, before }) => {
    if (before.author_id !== actor.userId) throw new ParleyError('forbidden', { action: 'edit_message' })
    refuseArchived(channel)
    const editedAt = laterThan(before.edited_at, store.now())
    await keepRevision(rows, before, editedAt)
    // Both are about what stood there before.
    for (const table of ['understandings', 'message_labels'] as const) {
      await rows.deleteFrom(table).where('message_id', '=', input.messageId).execute()
    }
    await rows
      .updateTable('questions')
      .set({ vector: null, encoder_id: null })
      .where('message_id', '=', input.messageId)
      .execute()
    await rows
      .updateTable('messages')
      .set({ text: storeText(input.text), edited_at: editedAt })
      .where('id', '=', input.messageId)
      .execute()
    await forgetRead(rows, before)
    await replaceWords(rows, { ...before, text: storeText(input.text) })
    append(before.channel_id, {
      type: 'message-edited',
      messageId: input.messageId,
      text: input.text,
      editedAt: editedAt.toISOString(),
    })
  })
}

async function keepRevision(rows: Database, before: Changing['before'], replacedAt: Date): Promise<void> {
  const { count } = await rows
    .selectFrom('message_revisions')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('message_id', '=', before.id)
    .executeTakeFirstOrThrow()
  const revision = { message_id: before.id, workspace_id: before.workspace_id, number: Number(count) + 1 }
  await rows
    .insertInto('message_revisions')
    .values({ ...revision, text: before.text, replaced_at: replacedAt })
    .execute()
}

/** Whoever holds two forms of a message takes the later one: two edits within a millisecond must not be equal. */
function laterThan(before: Date | null, now: Date): Date {
  return before && before >= now ? new Date(before.getTime() + 1) : now
}
