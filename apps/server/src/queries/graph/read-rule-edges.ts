import { type RuleEdge, RuleRelation, type RuleTrace } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Database } from '../../store/database'
import { asView } from './as-view'
import { ownView } from './graph-viewer'
import { HELD, readEdges } from './read-edges'

/** The edges that a message's rules were held by, in words: those that the actor may read, and that are still there. */
export async function readRuleEdges(rows: Database, actor: Actor, { applied }: RuleTrace): Promise<RuleEdge[]> {
  const edgeIds = [...new Set(applied.flatMap(({ spans }) => spans.flatMap(({ edgeId }) => edgeId ?? [])))]
  if (edgeIds.length === 0) return []
  const viewer = await ownView(rows, actor)
  const wanted = { edgeIds, types: RuleRelation.options, asOf: null, states: HELD, limit: edgeIds.length }
  const { edges, entities } = await asView(rows, viewer, await readEdges(rows, viewer, wanted))
  const nameOf = new Map(entities.map(({ id, name }) => [id, name]))
  return edges.map(({ id, type, fromId, toId }) => ({
    ...{ id: id as RuleEdge['id'], type: type as RuleRelation, toId },
    ...{ from: nameOf.get(fromId) ?? '', to: nameOf.get(toId) ?? '' },
  }))
}
