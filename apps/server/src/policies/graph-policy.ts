import { ParleyError } from '@parley/protocol'
import { type Actor, isAdministrator } from '../actor'
import type { Database } from '../store/database'

/**
 * Experts say what is true: administrators, whoever looks after a collection, and of an edge the people it is about.
 * Guests never.
 */
export async function mayChangeGraph(
  rows: Database,
  actor: Actor,
  aboutIds: readonly (string | null)[] = [],
): Promise<boolean> {
  if (actor.role === 'guest') return false
  if (isAdministrator(actor) || aboutIds.includes(actor.userId)) return true
  const owned = await rows
    .selectFrom('collections')
    .select('id')
    .where('workspace_id', '=', actor.workspaceId)
    .where('owner_id', '=', actor.userId)
    .executeTakeFirst()
  return owned !== undefined
}

export async function requireExpert(
  rows: Database,
  actor: Actor,
  aboutIds: readonly (string | null)[] = [],
): Promise<void> {
  if (!(await mayChangeGraph(rows, actor, aboutIds))) throw new ParleyError('forbidden', { action: 'change_graph' })
}
