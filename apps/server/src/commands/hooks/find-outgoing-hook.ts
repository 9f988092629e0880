import { ParleyError } from '@parley/protocol'
import type { Selectable } from 'kysely'
import type { Actor } from '../../actor'
import type { Database } from '../../store/database'
import type { OutgoingHookTable } from '../../store/integration-tables'

export async function findOutgoingHook(
  rows: Database,
  actor: Actor,
  hookId: string,
): Promise<Selectable<OutgoingHookTable>> {
  const hook = await rows
    .selectFrom('outgoing_hooks')
    .selectAll()
    .where('id', '=', hookId)
    .where('workspace_id', '=', actor.workspaceId)
    .executeTakeFirst()
  if (!hook) throw new ParleyError('not_found', { kind: 'hook', id: hookId })
  return hook
}
