import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireExpert } from '../../policies/graph-policy'
import { requireEntity } from '../../queries/graph/browse-graph'
import { ownView } from '../../queries/graph/graph-viewer'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import { countAs } from '../../store/graph-merges'
import { lockGraph } from '../../store/lock-graph'
import { readEntity } from './read-entity'

/** Both stay what they are, and count as one: nothing is lost when they are split again. */
export async function mergeEntities(
  { store }: Services,
  actor: Actor,
  { entityId, intoId }: CommandInput<'graph.merge'>,
): Promise<CommandAnswer<'graph.merge'>> {
  const viewer = await ownView(store.rows, actor)
  const [id, into] = [
    await requireEntity(store.rows, viewer, entityId),
    await requireEntity(store.rows, viewer, intoId),
  ]
  await requireExpert(store.rows, actor)
  if (id === into || (await areTwoPeople(store, id, into))) throw new ParleyError('graph_edge_unusable')
  await store.write(actor.workspaceId, [], async ({ rows }) => {
    await lockGraph(rows)
    await countAs(rows, id, into)
    await recordAudit(rows, actor, store.now(), { kind: 'entities-merged', subject: { id, name: into } })
  })
  return { entity: await readEntity(store.rows, actor, into) }
}

/** The directory knows better. */
async function areTwoPeople({ rows }: Services['store'], ...ids: readonly string[]): Promise<boolean> {
  const people = await rows
    .selectFrom('graph_entities')
    .select('user_id')
    .distinct()
    .where('root_id', 'in', [...ids])
    .where('user_id', 'is not', null)
    .execute()
  return people.length > 1
}
