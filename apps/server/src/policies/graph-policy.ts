import { ParleyError } from '@parley/protocol'
import type { Actor } from '../actor'
import type { Database } from '../store/database'
import { isCurator } from './collection-policy'

/** Experts say what is true: whoever looks after the knowledge base, and of an edge the people it is about. Guests never. */
export async function mayChangeGraph(
  rows: Database,
  actor: Actor,
  aboutIds: readonly (string | null)[] = [],
): Promise<boolean> {
  if (actor.role === 'guest') return false
  return aboutIds.includes(actor.userId) || isCurator(rows, actor)
}

export async function requireExpert(
  rows: Database,
  actor: Actor,
  aboutIds: readonly (string | null)[] = [],
): Promise<void> {
  if (!(await mayChangeGraph(rows, actor, aboutIds))) throw new ParleyError('forbidden', { action: 'change_graph' })
}
