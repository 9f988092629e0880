import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireExpert } from '../../policies/graph-policy'
import { requireEntity } from '../../queries/graph/browse-graph'
import { ownView } from '../../queries/graph/graph-viewer'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import type { Database } from '../../store/database'
import { countAs, moveEdges } from '../../store/graph-merges'
import { findOrAddEntity } from '../../store/graph-writes'
import { lockGraph } from '../../store/lock-graph'
import { findEdge } from './find-edge'
import { readEntity } from './read-entity'

/** What was merged counts for itself again; or some edges of one name are of another thing of that name. */
export async function splitEntity(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'graph.split'>,
): Promise<CommandAnswer<'graph.split'>> {
  await requireExpert(store.rows, actor)
  const { entityId, edgeIds, name } = input
  await requireEntity(store.rows, await ownView(store.rows, actor), entityId)
  for (const edgeId of edgeIds ?? []) await findEdge(store.rows, actor, edgeId)
  const id = await store.write(actor.workspaceId, [], async ({ rows }) => {
    await lockGraph(rows)
    const apart =
      edgeIds && name ? await moveToAnother(rows, actor, { entityId, edgeIds, name }) : await unmerge(rows, entityId)
    await recordAudit(rows, actor, store.now(), { kind: 'entity-split', subject: { id: entityId, name: apart } })
    return apart
  })
  return { entity: await readEntity(store.rows, actor, id) }
}

async function unmerge(rows: Database, entityId: string): Promise<string> {
  const entity = await rows
    .selectFrom('graph_entities')
    .select('merged_into')
    .where('id', '=', entityId)
    .executeTakeFirst()
  if (!entity?.merged_into) throw new ParleyError('graph_edge_unusable')
  await countAs(rows, entityId, null)
  return entityId
}

async function moveToAnother(
  rows: Database,
  { workspaceId }: Actor,
  {
    entityId,
    edgeIds,
    name,
  }: { readonly entityId: string; readonly edgeIds: readonly string[]; readonly name: string },
): Promise<string> {
  const { kind } = await rows
    .selectFrom('graph_entities')
    .select('kind')
    .where('id', '=', entityId)
    .executeTakeFirstOrThrow()
  const otherId = await findOrAddEntity(rows, workspaceId, { name, kind })
  if (otherId === entityId || !(await moveEdges(rows, edgeIds, entityId, otherId)))
    throw new ParleyError('graph_edge_unusable')
  return otherId
}
