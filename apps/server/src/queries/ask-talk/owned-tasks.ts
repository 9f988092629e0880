import type { OwnedTask, SaidMessage } from '@parley/knowledge'
import type { Database } from '../../store/database'

/** Whose tasks were made of these messages. Who may read the message may know of its task. */
export async function ownedTasks(rows: Database, messages: readonly SaidMessage[]): Promise<OwnedTask[]> {
  if (messages.length === 0) return []
  const found = await rows
    .selectFrom('tasks')
    .select(['assignee_id', 'title', 'source_message_id'])
    .where(
      'source_message_id',
      'in',
      messages.map(({ id }) => id),
    )
    .where('status', '<>', 'cancelled')
    .execute()
  return found.flatMap(({ assignee_id: ownerId, title, source_message_id: messageId }) =>
    ownerId && messageId ? [{ ownerId, title, messageId }] : [],
  )
}
