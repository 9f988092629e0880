import { type EntityKind, type GraphQuestion, nameKey, type RelationType } from '@parley/knowledge'
import type { GraphEdge, GraphEntity, GraphEvidence } from '@parley/protocol'
import type { GraphViewer } from '../../policies/graph-access'
import type { Database } from '../../store/database'
import type { Hearers } from '../ask-talk/hearers'
import { graphViewer } from './graph-viewer'
import { readEvidence } from './list-evidence'
import { readNeighbourhood } from './neighbourhood'
import { idsInOtherLanguage, withOtherNames } from './other-names'
import { HELD, readEdges } from './read-edges'
import { findByName, readEntities } from './read-entities'
import { withConclusions } from './read-rules'

/** One edge on the way, with a message or a document that says so. */
export interface FoundStep {
  readonly type: RelationType
  readonly fromName: string
  readonly toName: string
  readonly source: Extract<GraphEvidence['source'], { kind: 'message' | 'document' }>
}

export interface FoundWay {
  readonly name: string
  readonly confidence: number
  readonly steps: readonly FoundStep[]
}

const MOST_ANSWERS = 5
/** A step is quoted once; of what has changed under it meanwhile the next one is taken. */
const QUOTES = 5
/** Things in one state that a question is followed from. */
const MOST_STARTS = 5
/** "Which suppliers does it depend on" is answered by what is behind what it depends on. */
const DEPTH_BY_KIND = 3

/** What the graph answers to those who hear it: only ways all of whose steps they may read, and read quoted. */
export async function askGraph(
  rows: Database,
  hearers: Hearers,
  question: GraphQuestion,
  now: Date,
): Promise<FoundWay[]> {
  const viewer = await graphViewer(rows, hearers)
  const ways = await waysFrom(rows, viewer, await startsOf(rows, viewer, question, now), question, now)
  if (ways.length > 0 || question.anchor.kind !== 'name') return ways
  const ids = await idsInOtherLanguage(rows, viewer, question.anchor.name)
  return waysFrom(rows, viewer, { ids, edges: [], namedIds: ids }, question, now)
}

async function waysFrom(
  rows: Database,
  viewer: GraphViewer,
  starts: Starts,
  question: GraphQuestion,
  now: Date,
): Promise<FoundWay[]> {
  if (starts.ids.length === 0) return []
  const depth = question.wanted ? DEPTH_BY_KIND : 1
  const { edges } = await readNeighbourhood(rows, viewer, { startIds: starts.ids, depth, asOf: now, states: HELD })
  const known = question.wanted ? await withConclusions(rows, viewer.workspaceId, edges) : edges
  const entities = await readEntities(
    rows,
    viewer,
    known.flatMap(({ fromId, toId }) => [fromId, toId] as string[]),
  )
  const fitting = fittingEdges(known, question, starts.ids, entities).slice(0, MOST_ANSWERS)
  const ground = new Map([...edges, ...starts.edges].map((edge) => [edge.id, edge]))
  return waysOf(rows, viewer, { fitting, ground, entities, question, starts })
}

interface Starts {
  readonly ids: readonly string[]
  /** What makes them what the question starts from. */
  readonly edges: readonly GraphEdge[]
  /** Those of them that the question names: these need nothing that leads to them. */
  readonly namedIds: readonly string[]
}

async function startsOf(
  rows: Database,
  viewer: GraphViewer,
  { anchor, anchorAt }: GraphQuestion,
  now: Date,
): Promise<Starts> {
  if (anchor.kind === 'name') return withOtherNames(rows, viewer, await idsNamed(rows, viewer, anchor.name), now)
  const [status] = await findByName(rows, viewer, { name: anchor.status, kind: 'status', limit: 1 })
  if (!status) return { ids: [], edges: [], namedIds: [] }
  // "Which projects are delayed?" starts from the state itself.
  if (anchorAt === 'to') return { ids: [status.id], edges: [], namedIds: [status.id] }
  const wanted = { entityIds: [status.id], types: ['has_status' as const], asOf: now, states: HELD, limit: 50 }
  const edges = await readEdges(rows, viewer, wanted)
  const entities = await readEntities(
    rows,
    viewer,
    edges.map(({ fromId }) => fromId),
  )
  const isOf = ({ fromId }: GraphEdge) => isKind(entities.find(({ id }) => id === fromId)?.kind, anchor.of)
  const found = edges.filter(isOf).slice(0, MOST_STARTS)
  return { ids: found.map(({ fromId }) => fromId), edges: found, namedIds: [] }
}

/** Called exactly so, or the only one, or one person, whose name ends or begins so: "the gateway" of one payment gateway. */
async function idsNamed(rows: Database, viewer: GraphViewer, name: string): Promise<string[]> {
  const found = await findByName(rows, viewer, { name, limit: 20 })
  const key = nameKey(name)
  const keys = await keysOf(rows, found)
  const exact = found.filter(({ id }) => keys.get(id)?.includes(key))
  if (exact.length > 0) return exact.map(({ id }) => id)
  const near = found.filter(({ id }) => keys.get(id)?.some((one) => isAround(one, key)))
  const people = near.filter(({ userId }) => userId !== null)
  const only = people.length === 1 ? people : near
  return only.length === 1 ? only.map(({ id }) => id) : []
}

/** By what each is called, people also by the other names that the directory has of them. */
async function keysOf(rows: Database, entities: readonly GraphEntity[]): Promise<Map<string, string[]>> {
  const userIds = entities.flatMap(({ userId }) => userId ?? [])
  const people =
    userIds.length > 0
      ? await rows.selectFrom('users').select(['id', 'aliases']).where('id', 'in', userIds).execute()
      : []
  const aliases = new Map<string | null, readonly string[]>(people.map((person) => [person.id, person.aliases]))
  return new Map(
    entities.map((one) => [one.id, [one.name, ...one.aliases, ...(aliases.get(one.userId) ?? [])].map(nameKey)]),
  )
}

const isAround = (name: string, key: string): boolean =>
  key.length > 1 &&
  (name.endsWith(/\p{Script=Han}/u.test(key) ? key : ` ${key}`) ||
    name.startsWith(/\p{Script=Han}/u.test(key) ? key : `${key} `))

const isKind = (kind: EntityKind | undefined, wanted: EntityKind | null): boolean =>
  wanted === null || kind === wanted || kind === 'topic'

/** What is stated goes before what follows; what is asked for in so many words before what says nearly the same. */
function fittingEdges(
  edges: readonly GraphEdge[],
  { types, anchorAt, wanted }: GraphQuestion,
  startIds: readonly string[],
  entities: readonly GraphEntity[],
): GraphEdge[] {
  const kindOf = (id: string) => entities.find((entity) => entity.id === id)?.kind
  const suppliers = new Set<string>(edges.filter(({ type }) => type === 'supplier_of').map(({ fromId }) => fromId))
  const isWanted = (id: string) =>
    isKind(kindOf(id), wanted) && (wanted !== 'organisation' || suppliers.has(id) || kindOf(id) === wanted)
  const fitting = edges.filter((edge) => {
    const [anchor, other] = anchorAt === 'from' ? [edge.fromId, edge.toId] : [edge.toId, edge.fromId]
    return types.includes(edge.type) && startIds.includes(anchor) && isWanted(other)
  })
  const best = fitting.some(({ type }) => type === types[0]) ? fitting.filter(({ type }) => type === types[0]) : fitting
  return onceAnEnd(
    best.toSorted((one, other) => lengthOf(one) - lengthOf(other) || other.confidence - one.confidence),
    anchorAt,
  )
}

const lengthOf = ({ because }: GraphEdge): number => because?.length ?? 1

const onceAnEnd = (edges: readonly GraphEdge[], anchorAt: 'from' | 'to'): GraphEdge[] => {
  const endOf = (edge: GraphEdge) => (anchorAt === 'from' ? edge.toId : edge.fromId)
  return edges.filter((edge, at) => edges.findIndex((other) => endOf(other) === endOf(edge)) === at)
}

interface Ways {
  readonly fitting: readonly GraphEdge[]
  readonly ground: ReadonlyMap<string, GraphEdge>
  readonly entities: readonly GraphEntity[]
  readonly question: GraphQuestion
  readonly starts: Starts
}

const leadsTo = ({ type, fromId, toId }: GraphEdge, start: string): boolean =>
  fromId === start || (type === 'same_as' && toId === start)

/** A way with a step that nobody can be quoted for is no answer. */
async function waysOf(
  rows: Database,
  viewer: GraphViewer,
  { fitting, ground, entities, question, starts }: Ways,
): Promise<FoundWay[]> {
  const edgesOf = (edge: GraphEdge): GraphEdge[] => {
    const start = question.anchorAt === 'from' ? edge.fromId : edge.toId
    const own = (edge.because ?? [edge.id]).flatMap((id) => ground.get(id) ?? [])
    return [...(starts.namedIds.includes(start) ? [] : starts.edges.filter((one) => leadsTo(one, start))), ...own]
  }
  const used = [...new Set(fitting.flatMap((edge) => edgesOf(edge).map(({ id }) => id)))]
  const evidence = await readEvidence(rows, viewer, used, { isQuotable: true, most: QUOTES })
  const named = [
    ...entities,
    ...(await readEntities(
      rows,
      viewer,
      starts.edges.flatMap(({ fromId, toId }) => [fromId, toId] as string[]),
    )),
  ]
  const nameOf = (id: string) => named.find((entity) => entity.id === id)?.name ?? ''
  const stepOf = (edge: GraphEdge): FoundStep | null => {
    const shown = evidence.find((one) => one.edgeId === edge.id)?.evidence.source
    const quoted = shown?.kind === 'message' || shown?.kind === 'document' ? shown : null
    return quoted && { type: edge.type, fromName: nameOf(edge.fromId), toName: nameOf(edge.toId), source: quoted }
  }
  return fitting.flatMap((edge) => {
    const steps = edgesOf(edge).map(stepOf)
    const whole = steps.flatMap((step) => step ?? [])
    if (whole.length === 0 || whole.length < steps.length) return []
    const name = nameOf(question.anchorAt === 'from' ? edge.toId : edge.fromId)
    return [{ name, confidence: edge.confidence, steps: whole }]
  })
}
