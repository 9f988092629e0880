import { ParleyError } from '@parley/protocol'
import type { Selectable } from 'kysely'
import type { Actor } from '../actor'
import type { Database } from '../store/database'
import type { MessageTable } from '../store/schema'
import { requireMembership, requireReadable } from './channel-policy'

export type ThreadRoot = Selectable<MessageTable>

/** Whoever may read the channel may read its threads. */
export async function requireReadableThread(rows: Database, actor: Actor, threadId: string): Promise<ThreadRoot> {
  const root = await findThread(rows, actor, threadId)
  await requireReadable(rows, actor, root.channel_id)
  return root
}

/** Members of the channel follow its threads and write in them. */
export async function requireThreadMembership(rows: Database, actor: Actor, threadId: string): Promise<ThreadRoot> {
  const root = await findThread(rows, actor, threadId)
  await requireMembership(rows, actor, root.channel_id)
  return root
}

/** The message that a thread hangs on, deleted or not. */
async function findThread(rows: Database, actor: Actor, threadId: string): Promise<ThreadRoot> {
  const root = await rows
    .selectFrom('messages')
    .selectAll()
    .where('id', '=', threadId)
    .where('workspace_id', '=', actor.workspaceId)
    .where('thread_id', 'is', null)
    .executeTakeFirst()
  if (!root) throw new ParleyError('not_found', { kind: 'message', id: threadId })
  return root
}
