import { type Contradiction, findContradictionsOfRules } from '@parley/knowledge'
import type { GraphEdge, GraphRuleEffect, QueryAnswer } from '@parley/protocol'
import type { Actor } from '../../actor'
import { inTurns } from '../../in-turns'
import type { Services } from '../../services'
import { asView } from './as-view'
import { ownView } from './graph-viewer'
import { HELD, readManyEdges } from './read-edges'
import { withConclusions } from './read-rules'

/** What follows is looked for among so many edges, the surest. */
const MOST_EDGES = 2_000
/** A circle may be as long as the graph: so many edges are written into an answer within a few milliseconds. */
const MOST_SHOWN = 300

/** What each rule adds among what the actor may read; what contradicts itself, with what follows counted. */
export async function readRuleEffects(services: Services, actor: Actor): Promise<QueryAnswer<'graph.effects'>> {
  const { rows } = services.store
  const viewer = await ownView(rows, actor)
  const edges = await readManyEdges(rows, viewer, { asOf: services.store.now(), states: HELD, limit: MOST_EDGES })
  const known = await withConclusions(rows, actor.workspaceId, edges)
  const effects = effectsOf(known)
  const found = await inTurns(findContradictionsOfRules(known))
  const contradictions = withinReach(found)
  const shown = new Set<string | null>([
    ...effects.map(({ exampleId }) => exampleId),
    ...contradictions.flatMap(({ edgeIds }) => edgeIds),
  ])
  const view = await asView(
    rows,
    viewer,
    known.filter(({ id }) => shown.has(id)),
  )
  return {
    ...{ ...view, effects, isCut: edges.length >= MOST_EDGES || contradictions.length < found.length },
    contradictions: contradictions.map((one) => ({ ...one, edgeIds: [...one.edgeIds] })),
  }
}

/** As many as can be shown, in their order. */
function withinReach(found: readonly Contradiction[]): readonly Contradiction[] {
  let shown = 0
  return found.filter(({ edgeIds }) => {
    const fits = shown + edgeIds.length <= MOST_SHOWN
    if (fits) shown += edgeIds.length
    return fits
  })
}

/** The example is the surest. */
function effectsOf(edges: readonly GraphEdge[]): GraphRuleEffect[] {
  const effects = new Map<string, { readonly added: number; readonly example: GraphEdge }>()
  for (const edge of edges) {
    if (!edge.rule) continue
    const { added = 0, example = edge } = effects.get(edge.rule) ?? {}
    effects.set(edge.rule, { added: added + 1, example: edge.confidence > example.confidence ? edge : example })
  }
  return [...effects].map(([key, { added, example }]) => ({ key, added, exampleId: example.id }))
}
