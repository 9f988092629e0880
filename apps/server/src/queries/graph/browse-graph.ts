import { findContradictions, findPaths } from '@parley/knowledge'
import { type GraphEdge, type GraphEdgeState, ParleyError, type QueryAnswer, type QueryInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import { inTurns } from '../../in-turns'
import type { GraphViewer } from '../../policies/graph-access'
import type { Services } from '../../services'
import type { Database } from '../../store/database'
import { asView } from './as-view'
import { ownView } from './graph-viewer'
import { readNeighbourhood } from './neighbourhood'
import { HELD, readEdges, readManyEdges } from './read-edges'
import { findByName, readEntities } from './read-entities'
import { withConclusions } from './read-rules'
import { readSay } from './read-say'

/** Every state. */
const ALL: readonly GraphEdgeState[] = ['found', 'proposed', 'confirmed', 'rejected']

export async function findEntities(
  { store }: Services,
  actor: Actor,
  input: QueryInput<'graph.find'>,
): Promise<QueryAnswer<'graph.find'>> {
  return { entities: await findByName(store.rows, await ownView(store.rows, actor), input) }
}

export async function readAround(
  { store }: Services,
  actor: Actor,
  { entityId, depth, types, asOf, withRules, withProposed }: QueryInput<'graph.around'>,
): Promise<QueryAnswer<'graph.around'>> {
  const { rows } = store
  const viewer = await ownView(rows, actor)
  const startId = await requireEntity(rows, viewer, entityId)
  const wanted = { depth, asOf: timeOf(asOf, store.now()), states: withProposed === 'true' ? ALL : HELD }
  const { edges, isCut } = await readNeighbourhood(rows, viewer, {
    ...{ ...wanted, startIds: [startId] },
    types: withRules === 'true' ? undefined : types,
  })
  const all = withRules === 'true' ? await withWhatFollows(rows, actor.workspaceId, edges) : edges
  const shown = types ? all.filter(({ type }) => types.includes(type)) : all
  return { ...(await asView(rows, viewer, shown, [startId])), isCut, say: await readSay(rows, actor) }
}

/** From what is rejected or only proposed nothing follows, and nothing that follows stands up against it. */
async function withWhatFollows(rows: Database, workspaceId: string, edges: readonly GraphEdge[]): Promise<GraphEdge[]> {
  const isHeld = ({ state }: GraphEdge) => HELD.includes(state)
  const others = edges.filter((edge) => !isHeld(edge))
  const isDoubted = ({ type, fromId, toId }: GraphEdge) =>
    others.some((other) => other.type === type && other.fromId === fromId && other.toId === toId)
  const known = await withConclusions(rows, workspaceId, edges.filter(isHeld))
  return [...known.filter((edge) => !isDoubted(edge)), ...others]
}

export async function readPaths(
  { store }: Services,
  actor: Actor,
  { fromId, toId, longest, types, asOf, withRules }: QueryInput<'graph.paths'>,
): Promise<QueryAnswer<'graph.paths'>> {
  const { rows } = store
  const viewer = await ownView(rows, actor)
  const ends = [await requireEntity(rows, viewer, fromId), await requireEntity(rows, viewer, toId)] as const
  const wanted = { types, asOf: timeOf(asOf, store.now()), states: HELD }
  const half = Math.ceil(longest / 2)
  const { edges } = await readNeighbourhood(rows, viewer, { ...wanted, startIds: ends, depth: half })
  const known = withRules === 'true' ? await withConclusions(rows, actor.workspaceId, edges) : edges
  const paths = await inTurns(findPaths(known, ...ends, longest))
  const used = new Set(paths.flatMap((path) => path.map(({ id }) => id)))
  const view = await asView(
    rows,
    viewer,
    known.filter(({ id }) => used.has(id)),
    ends,
  )
  return { ...view, paths: paths.map((path) => path.map(({ id }) => id)) }
}

const MOST_REVIEWED = 100
/** Contradictions are looked for among so many. */
const MOST_COMPARED = 5_000

export async function reviewGraph({ store }: Services, actor: Actor): Promise<QueryAnswer<'graph.review'>> {
  const { rows } = store
  const viewer = await ownView(rows, actor)
  const asOf = store.now()
  const proposed = await readEdges(rows, viewer, { asOf: null, states: ['proposed'], limit: MOST_REVIEWED })
  const held = await readManyEdges(rows, viewer, { asOf, states: HELD, limit: MOST_COMPARED })
  const contradictions = await inTurns(findContradictions(held))
  const contradicting = new Set(contradictions.flatMap(({ edgeIds }) => edgeIds))
  const shown = [...proposed, ...held.filter(({ id }) => contradicting.has(id))]
  return {
    ...(await asView(rows, viewer, shown)),
    contradictions: contradictions as QueryAnswer<'graph.review'>['contradictions'],
    say: await readSay(rows, actor),
  }
}

const timeOf = (asOf: string | undefined, now: Date): Date => (asOf === undefined ? now : new Date(asOf))

/** What an entity counts as. Of what the viewer may read nothing it does not exist. */
export async function requireEntity(rows: Database, viewer: GraphViewer, entityId: string): Promise<string> {
  const row = await rows.selectFrom('graph_entities').select('root_id').where('id', '=', entityId).executeTakeFirst()
  const [entity] = row ? await readEntities(rows, viewer, [row.root_id]) : []
  if (!entity) throw new ParleyError('not_found', { kind: 'entity', id: entityId })
  return entity.id
}
