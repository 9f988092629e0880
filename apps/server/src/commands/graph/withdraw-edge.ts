import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import { type Actor, isAdministrator } from '../../actor'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import { dropFallen } from '../../store/graph-writes'
import { lockGraph } from '../../store/lock-graph'
import { findEdge, shownAs } from './find-edge'

/** Takes the actor's own word back, also of somebody who is no expert any more; an administrator that of anybody. */
export async function withdrawEdge(
  { store }: Services,
  actor: Actor,
  { edgeId, userId = actor.userId as never }: CommandInput<'graph.withdraw'>,
): Promise<CommandAnswer<'graph.withdraw'>> {
  const { edge } = await findEdge(store.rows, actor, edgeId)
  if (userId !== actor.userId && !isAdministrator(actor)) throw new ParleyError('forbidden', { action: 'change_graph' })
  await store.write(actor.workspaceId, [], async ({ rows }) => {
    await lockGraph(rows)
    const taken = await rows
      .deleteFrom('graph_evidence')
      .where('edge_id', 'in', shownAs(rows, actor.workspaceId, edge))
      .where('stated_by', '=', userId)
      .returning('edge_id')
      .execute()
    if (taken.length === 0) throw new ParleyError('not_found', { kind: 'edge', id: edgeId })
    await dropFallen(
      rows,
      taken.map(({ edge_id }) => edge_id),
    )
    await recordAudit(rows, actor, store.now(), { kind: 'edge-withdrawn', subject: { id: edgeId, name: edge.type } })
  })
  return {}
}
