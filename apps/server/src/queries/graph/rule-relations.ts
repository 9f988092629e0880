import type { PersonRelation } from '@parley/nlu'
import type { GraphEntity, RuleCondition, RuleDefinition } from '@parley/protocol'
import type { GraphViewer } from '../../policies/graph-access'
import type { Database } from '../../store/database'
import { rulesView } from './graph-viewer'
import { HELD, readEdges } from './read-edges'
import { readEntities } from './read-entities'

export type WantedRelation = Pick<Extract<RuleCondition, { kind: 'relation' }>, 'type' | 'toId'>

/** Every message that is read carries them. */
const MOST_EDGES = 1_000

/** What rules ask of the graph. */
export const relationsIn = (definitions: readonly RuleDefinition[]): WantedRelation[] =>
  definitions.flatMap((definition) =>
    definition.kind === 'if-then' ? definition.when.filter((one) => one.kind === 'relation') : [],
  )

/**
 * Who stands so to what rules name, now, surest first, a thousand at most. Only what rules may know counts (see `rulesView`),
 * and nothing that merely follows: *Why?* can show each edge with what it rests on.
 */
export async function readRuleRelations(
  rows: Database,
  workspaceId: string,
  wanted: readonly WantedRelation[],
  asOf: Date,
): Promise<PersonRelation[]> {
  const rootOf = await readRoots(rows, workspaceId, wanted)
  if (rootOf.size === 0) return []
  const viewer = await rulesView(rows, workspaceId)
  const [entityIds, types] = [[...new Set(rootOf.values())], [...new Set(wanted.map(({ type }) => type))]]
  const edges = await readEdges(rows, viewer, { entityIds, types, asOf, states: HELD, limit: MOST_EDGES })
  const people = await readEntities(
    rows,
    viewer,
    edges.map(({ fromId }) => fromId),
  )
  const userOf = new Map(people.map(({ id, userId }) => [id, userId]))
  return wanted.flatMap(({ type, toId }) => {
    const leading = edges.filter((edge) => edge.type === type && edge.toId === rootOf.get(toId))
    return leading.flatMap(({ id: edgeId, fromId }) => {
      const personId = userOf.get(fromId)
      return personId ? [{ edgeId, type, personId, toId }] : []
    })
  })
}

/** Which of the entities that rules name are there for everybody. */
export async function readRuleTargets(
  rows: Database,
  workspaceId: string,
  definitions: readonly RuleDefinition[],
): Promise<string[]> {
  const rootOf = await readRoots(rows, workspaceId, relationsIn(definitions))
  if (rootOf.size === 0) return []
  const found = await readEntities(rows, await rulesView(rows, workspaceId), [...rootOf.values()])
  const known = new Set<string>(found.map(({ id }) => id))
  return [...rootOf].flatMap(([id, root]) => (known.has(root) ? [id] : []))
}

/** What the entities that rules name are called, as far as the viewer may know. */
export async function readTargetNames(
  rows: Database,
  viewer: GraphViewer,
  definitions: readonly RuleDefinition[],
): Promise<Pick<GraphEntity, 'id' | 'name'>[]> {
  const rootOf = await readRoots(rows, viewer.workspaceId, relationsIn(definitions))
  const nameOf = new Map(
    (await readEntities(rows, viewer, [...rootOf.values()])).map(({ id, name }) => [id as string, name]),
  )
  return [...rootOf].flatMap(([id, root]) => {
    const name = nameOf.get(root)
    return name === undefined ? [] : [{ id: id as GraphEntity['id'], name }]
  })
}

/** An entity that was merged into another counts as that one. */
async function readRoots(
  rows: Database,
  workspaceId: string,
  wanted: readonly WantedRelation[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(wanted.map(({ toId }) => toId))]
  if (ids.length === 0) return new Map()
  const found = await rows
    .selectFrom('graph_entities')
    .select(['id', 'root_id'])
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', ids)
    .execute()
  return new Map(found.map(({ id, root_id }) => [id, root_id]))
}
