import { ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Database } from '../../store/database'
import type { ScheduledRow } from '../../store/scheduled-messages'

/**
 * A scheduled message of the actor's that has not begun to be sent. From its time on it belongs to the sending: a change
 * then could come between what was sent and what is remembered of it.
 */
export async function findWaiting(rows: Database, actor: Actor, id: string, now: Date): Promise<ScheduledRow> {
  const row = await rows
    .selectFrom('scheduled_messages')
    .selectAll()
    .where('id', '=', id)
    .where('author_id', '=', actor.userId)
    .where((where) => where.or([where('failure', 'is not', null), where('send_at', '>', now)]))
    .executeTakeFirst()
  if (!row) throw new ParleyError('not_found', { kind: 'scheduled_message', id })
  return row
}
