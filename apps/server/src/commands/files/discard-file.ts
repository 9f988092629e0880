import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'

/** Drops an upload, or a file that was not sent. What was sent goes with its message. */
export async function discardFile(
  { store }: Services,
  actor: Actor,
  { fileId }: CommandInput<'files.discard'>,
): Promise<CommandAnswer<'files.discard'>> {
  const dropped = await store.rows
    .updateTable('files')
    .set({ dropped_at: store.now() })
    .where('id', '=', fileId)
    .where('workspace_id', '=', actor.workspaceId)
    .where('owner_id', '=', actor.userId)
    .where('message_id', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!dropped) throw new ParleyError('not_found', { kind: 'file', id: fileId })
  return {}
}
