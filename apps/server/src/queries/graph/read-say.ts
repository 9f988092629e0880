import type { GraphSay } from '@parley/protocol'
import type { Actor } from '../../actor'
import { mayChangeGraph } from '../../policies/graph-policy'
import type { Database } from '../../store/database'

/** What the actor may decide, so that a page offers nothing else. */
export async function readSay(rows: Database, actor: Actor): Promise<GraphSay> {
  if (await mayChangeGraph(rows, actor)) return 'everything'
  return (await mayChangeGraph(rows, actor, [actor.userId])) ? 'own' : 'nothing'
}
