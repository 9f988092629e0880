import { RELATION_MODEL, type RelationType } from '@parley/knowledge'
import type { GraphEdge, GraphEdgeState } from '@parley/protocol'
import { type RawBuilder, sql } from 'kysely'
import { inTurns } from '../../in-turns'
import { type GraphViewer, mayReadEvidence } from '../../policies/graph-access'
import type { Database } from '../../store/database'
import { edgeIdsAt } from './edge-ids-at'
import { EDGE_UNTIL } from './edge-until'

export interface EdgesWanted {
  /** At one of these, by what they count as; left out: anywhere. */
  readonly entityIds?: readonly string[]
  readonly edgeIds?: readonly string[]
  readonly types?: readonly RelationType[] | undefined
  /** Null: whenever it held. */
  readonly asOf: Date | null
  readonly states: readonly GraphEdgeState[]
  readonly limit: number
}

/** What is taken for true. */
export const HELD: readonly GraphEdgeState[] = ['found', 'confirmed']

interface SeenEdge {
  readonly id: string
  readonly type: RelationType
  readonly decision: 'confirmed' | 'rejected' | null
  readonly from_root: string
  readonly to_root: string
  readonly confidence: number
  readonly since: Date
  readonly until: Date | null
  readonly count: number
  readonly sources: GraphEdge['sources']
}

/** Edges by what of their evidence the viewer may read, surest first: none of which they may read nothing, no count either. */
export async function readEdges(rows: Database, viewer: GraphViewer, wanted: EdgesWanted): Promise<GraphEdge[]> {
  const { rows: found } = await seenEdges(viewer, wanted).execute(rows)
  return inTurns(edgesInSteps(found))
}

function seenEdges(viewer: GraphViewer, wanted: EdgesWanted): RawBuilder<SeenEdge> {
  const { entityIds, edgeIds, types, asOf, states, limit } = wanted
  const state = sql`coalesce(links.decision, case when seen.confidence >= ${RELATION_MODEL.threshold}::float8 then 'found' else 'proposed' end)`
  return sql<SeenEdge>`
    select links.id, links.type, links.decision, links.from_root, links.to_root, seen.confidence, seen.since, seen.until, seen.count, seen.sources
    from graph_links links
    cross join lateral (
      select max(evidence.confidence) as confidence, count(*)::int as count,
             min(coalesce(evidence.from_at, evidence.at)) as since,
             ${EDGE_UNTIL} as until,
             array_agg(distinct ${SOURCE_KIND}) as sources
      from graph_evidence evidence
      where evidence.edge_id = links.id and ${mayReadEvidence(viewer)}) seen
    where links.workspace_id = ${viewer.workspaceId}::uuid and seen.count > 0 and links.from_root <> links.to_root
      and ${isAt(entityIds)}
      and (${edgeIds ?? null}::uuid[] is null or links.id = any(${edgeIds ?? []}::uuid[]))
      and (${types ?? null}::text[] is null or links.type = any(${types ?? []}::text[]))
      and (${asOf}::timestamptz is null or (seen.since <= ${asOf}::timestamptz and (seen.until is null or seen.until > ${asOf}::timestamptz)))
      and ${state} = any(${states}::text[])
    order by (links.decision = 'confirmed') desc nulls last, seen.confidence desc, links.id
    limit ${limit}`
}

/** So many take a millisecond or two. */
const EDGES_A_STEP = 200
const EDGES_A_PAGE = 250

/** The same for very many: which they are is asked first, and what they are some at a time. The database's answer is read in one go, however long. */
export async function readManyEdges(rows: Database, viewer: GraphViewer, wanted: EdgesWanted): Promise<GraphEdge[]> {
  const ids = await edgeIdsOf(rows, viewer, wanted)
  const edges: GraphEdge[] = []
  for (let at = 0; at < ids.length; at += EDGES_A_PAGE) {
    const edgeIds = ids.slice(at, at + EDGES_A_PAGE)
    edges.push(...(await readEdges(rows, viewer, { ...wanted, edgeIds, limit: EDGES_A_PAGE })))
  }
  return inTurns(joinInSteps(edges))
}

async function edgeIdsOf(rows: Database, viewer: GraphViewer, wanted: EdgesWanted): Promise<string[]> {
  const { rows: found } = await sql<{ ids: string | null }>`
    select string_agg(chosen.id::text, ',') as ids from (${seenEdges(viewer, wanted)}) chosen`.execute(rows)
  return found[0]?.ids?.split(',') ?? []
}

const SOURCE_KIND = sql<GraphEdge['sources'][number]>`
  case when evidence.message_id is not null then 'message' when evidence.document_id is not null then 'document'
       when evidence.task_id is not null then 'task' when evidence.stated_by is not null then 'stated' else 'directory' end`

const isAt = (entityIds: readonly string[] | undefined) =>
  entityIds ? sql`links.id in (${edgeIdsAt(sql`select unnest(${[...entityIds]}::uuid[])`)})` : sql`true`

function asEdge(row: SeenEdge): GraphEdge {
  const isSure = row.confidence >= RELATION_MODEL.threshold
  return {
    id: row.id,
    type: row.type,
    fromId: row.from_root as GraphEdge['fromId'],
    toId: row.to_root as GraphEdge['toId'],
    state: row.decision ?? (isSure ? 'found' : 'proposed'),
    // What a person stands for is no guess.
    confidence: row.decision === 'confirmed' ? 1 : row.confidence,
    since: row.since.toISOString(),
    until: row.until?.toISOString() ?? null,
    evidenceCount: row.count,
    sources: row.sources,
  }
}

function* edgesInSteps(found: readonly SeenEdge[]): Generator<void, GraphEdge[]> {
  const edges: GraphEdge[] = []
  for (const [at, row] of found.entries()) {
    edges.push(asEdge(row))
    if (at % EDGES_A_STEP === EDGES_A_STEP - 1) yield
  }
  return yield* joinInSteps(edges)
}

/** Merged entities may have the same edge twice: the surer one stands for both. */
function* joinInSteps(edges: readonly GraphEdge[]): Generator<void, GraphEdge[]> {
  const byEnds = new Map<string, GraphEdge>()
  for (const [at, edge] of edges.entries()) {
    const key = `${edge.type} ${edge.fromId} ${edge.toId}`
    const known = byEnds.get(key)
    byEnds.set(key, known ? joined(known, edge) : edge)
    if (at % EDGES_A_STEP === EDGES_A_STEP - 1) yield
  }
  return [...byEnds.values()]
}

const joined = (known: GraphEdge, edge: GraphEdge): GraphEdge => ({
  ...known,
  since: known.since < edge.since ? known.since : edge.since,
  sources: [...new Set([...known.sources, ...edge.sources])],
  evidenceCount: known.evidenceCount + edge.evidenceCount,
})
