import { ParleyError } from '@parley/protocol'
import type { Selectable } from 'kysely'
import type { Actor } from '../../actor'
import type { Database } from '../../store/database'
import type { MessageTable } from '../../store/schema'

/** A message of the actor's workspace that was not deleted. */
export async function findMessage(rows: Database, actor: Actor, messageId: string): Promise<Selectable<MessageTable>> {
  const message = await rows
    .selectFrom('messages')
    .selectAll()
    .where('id', '=', messageId)
    .where('workspace_id', '=', actor.workspaceId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!message) throw new ParleyError('not_found', { kind: 'message', id: messageId })
  return message
}
