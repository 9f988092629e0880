import type { NamedEntity } from '@parley/knowledge'
import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireExpert } from '../../policies/graph-policy'
import { requireEntity } from '../../queries/graph/browse-graph'
import { ownView } from '../../queries/graph/graph-viewer'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import type { Database } from '../../store/database'
import { addStatement, findOrAddEntity } from '../../store/graph-writes'
import { lockGraph } from '../../store/lock-graph'
import { findEdge } from './find-edge'

type End = CommandInput<'graph.add'>['from']

/** An expert's word: it is evidence by itself, which every member sees. */
export async function addEdge(
  { store }: Services,
  actor: Actor,
  { type, from, to, since, until }: CommandInput<'graph.add'>,
): Promise<CommandAnswer<'graph.add'>> {
  const { rows } = store
  await requireExpert(rows, actor)
  if (since !== null && until !== null && since >= until) throw new ParleyError('graph_edge_unusable')
  const [fromEnd, toEnd] = [await findEnd(rows, actor, from), await findEnd(rows, actor, to)]
  const edgeId = await store.write(actor.workspaceId, [], async ({ rows }) => {
    await lockGraph(rows)
    const ids = [await idOf(rows, actor, fromEnd), await idOf(rows, actor, toEnd)] as const
    if (ids[0] === ids[1]) throw new ParleyError('graph_edge_unusable')
    const statement = { type, ids, by: actor.userId, at: store.now(), since: timeOf(since), until: timeOf(until) }
    const id = await addStatement(rows, actor.workspaceId, statement)
    await recordAudit(rows, actor, store.now(), { kind: 'edge-added', subject: { id, name: type } })
    return id
  })
  return { edge: (await findEdge(rows, actor, edgeId)).edge }
}

const timeOf = (time: string | null): Date | null => (time === null ? null : new Date(time))

/** An entity that is there, or what is to be called so; of the directory's people only those that are there. */
async function findEnd(rows: Database, actor: Actor, end: End): Promise<string | Pick<NamedEntity, 'name' | 'kind'>> {
  if (!('entityId' in end)) return end
  return requireEntity(rows, await ownView(rows, actor), end.entityId)
}

async function idOf(rows: Database, { workspaceId }: Actor, end: string | Pick<NamedEntity, 'name' | 'kind'>) {
  if (typeof end === 'string') return end
  const person = await rows
    .selectFrom('users')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'person')
    .where('name', '=', end.name.trim())
    .limit(2)
    .execute()
  const [one, other] = person
  return findOrAddEntity(rows, workspaceId, one && !other ? { ...end, personId: one.id } : end)
}
