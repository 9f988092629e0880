import type { AuditKind, CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireExpert } from '../../policies/graph-policy'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import { findEdge, shownAs } from './find-edge'

type Input = CommandInput<'graph.confirm'>
type Answer = Promise<CommandAnswer<'graph.confirm'>>
type Decision = 'confirmed' | 'rejected' | null

export const confirmEdge = (services: Services, actor: Actor, input: Input): Answer =>
  decide(services, actor, input, 'confirmed', 'edge-confirmed')

export const rejectEdge = (services: Services, actor: Actor, input: Input): Answer =>
  decide(services, actor, input, 'rejected', 'edge-rejected')

export const reopenEdge = (services: Services, actor: Actor, input: Input): Answer =>
  decide(services, actor, input, null, 'edge-reopened')

/** What an expert says of an edge stays until an expert says otherwise, whatever is read; its evidence stays what it is. */
async function decide(
  { store }: Services,
  actor: Actor,
  { edgeId }: Input,
  decision: Decision,
  kind: AuditKind,
): Answer {
  const { edge, aboutIds } = await findEdge(store.rows, actor, edgeId)
  await requireExpert(store.rows, actor, aboutIds)
  const decided = decision === null ? { by: null, at: null } : { by: actor.userId, at: store.now() }
  await store.write(actor.workspaceId, [], async ({ rows }) => {
    await rows
      .updateTable('graph_edges')
      .set({ decision, decided_by: decided.by, decided_at: decided.at })
      .where('id', 'in', shownAs(rows, actor.workspaceId, edge))
      .execute()
    // The log names no entity: what is named nowhere any more is to be forgotten there, too.
    await recordAudit(rows, actor, store.now(), { kind, subject: { id: edgeId, name: edge.type } })
  })
  return { edge: (await findEdge(store.rows, actor, edgeId)).edge }
}
