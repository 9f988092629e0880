import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireReadable } from '../../policies/channel-policy'
import type { Services } from '../../services'
import type { Database } from '../../store/database'
import { findMessage } from './find-message'

/** Keeps a message for later, for the actor alone; their other devices hear of it. */
export async function saveMessage(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'messages.save'>,
): Promise<CommandAnswer<'messages.save'>> {
  return store.write(actor.workspaceId, [actor.userId], async ({ rows, append }) => {
    if (input.isSaved) {
      const { channel_id } = await findMessage(rows, actor, input.messageId)
      await requireReadable(rows, actor, channel_id)
    }
    const hasChanged = input.isSaved
      ? await insertSaved(rows, actor, input.messageId, store.now())
      : await deleteSaved(rows, actor, input.messageId)
    if (hasChanged) append(actor.userId, { type: 'message-saved', ...input })
    return {}
  })
}

async function insertSaved(rows: Database, actor: Actor, messageId: string, savedAt: Date): Promise<boolean> {
  const added = await rows
    .insertInto('saved_messages')
    .values({ user_id: actor.userId, message_id: messageId, workspace_id: actor.workspaceId, saved_at: savedAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

async function deleteSaved(rows: Database, actor: Actor, messageId: string): Promise<boolean> {
  const removed = await rows
    .deleteFrom('saved_messages')
    .where('user_id', '=', actor.userId)
    .where('message_id', '=', messageId)
    .executeTakeFirst()
  return removed.numDeletedRows === 1n
}
