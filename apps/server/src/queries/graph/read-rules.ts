import { applyRulesInSteps, BUILT_IN_RULES } from '@parley/knowledge'
import type { GraphEdge, GraphRule, QueryAnswer } from '@parley/protocol'
import type { Actor } from '../../actor'
import { inTurns } from '../../in-turns'
import type { Services } from '../../services'
import type { Database } from '../../store/database'
import { readSay } from './read-say'

/** Those that are there everywhere, and the workspace's own. */
export async function readGraphRules(rows: Database, workspaceId: string): Promise<GraphRule[]> {
  const own = await rows
    .selectFrom('graph_rules')
    .select(['id', 'name', 'rule'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('id')
    .execute()
  const off = await rows
    .selectFrom('graph_rules_off')
    .select('rule_key')
    .where('workspace_id', '=', workspaceId)
    .execute()
  const isOn = (key: string) => off.every(({ rule_key }) => rule_key !== key)
  return [
    ...BUILT_IN_RULES.map(({ name, when, follows }) => ({
      ...{ id: null, key: name, name, isOn: isOn(name), when: [...when], follows },
    })),
    // Checked when they were saved.
    ...own.map(
      ({ id, name, rule }) =>
        ({ id, key: id, name, isOn: isOn(id), ...(rule as Pick<GraphRule, 'when' | 'follows'>) }) as GraphRule,
    ),
  ]
}

export async function listGraphRules({ store }: Services, actor: Actor): Promise<QueryAnswer<'graph.rules'>> {
  return { rules: await readGraphRules(store.rows, actor.workspaceId), say: await readSay(store.rows, actor) }
}

/** The edges, and what follows from them by the rules that are on. */
export async function withConclusions(
  rows: Database,
  workspaceId: string,
  edges: readonly GraphEdge[],
): Promise<GraphEdge[]> {
  const rules = (await readGraphRules(rows, workspaceId)).filter(({ isOn }) => isOn)
  const named = rules.map(({ key, when, follows }) => ({ name: key, when, follows }))
  const all = await inTurns(applyRulesInSteps(edges.map(asPlainEdge), named))
  return inTurns(withPremisesInSteps(all, edges))
}

/** So many take a millisecond or two. */
const EDGES_A_STEP = 200

/** Those that are given as they are, those that follow with what they follow from. */
function* withPremisesInSteps(all: readonly PlainEdge[], given: readonly GraphEdge[]): Generator<void, GraphEdge[]> {
  const known = new Map<string, GraphEdge>(given.map((edge) => [edge.id, edge]))
  const edges: GraphEdge[] = []
  for (const [at, edge] of all.entries()) {
    const premises = (edge.because ?? []).flatMap((id) => known.get(id) ?? [])
    edges.push(known.get(edge.id) ?? concluded(edge, premises))
    if (at % EDGES_A_STEP === EDGES_A_STEP - 1) yield
  }
  return edges
}

type PlainEdge = Parameters<typeof applyRulesInSteps>[0][number]

const asPlainEdge = ({ id, type, fromId, toId, confidence }: GraphEdge) => ({ id, type, fromId, toId, confidence })

/** It holds from when the last of what it follows from does, until the first of it holds no more. */
function concluded(edge: PlainEdge, premises: readonly GraphEdge[]): GraphEdge {
  return {
    ...asPlainEdge(edge as GraphEdge),
    state: 'found',
    since:
      premises
        .map(({ since }) => since)
        .toSorted()
        .at(-1) ?? new Date(0).toISOString(),
    until: premises.flatMap(({ until }) => until ?? []).toSorted()[0] ?? null,
    evidenceCount: premises.reduce((sum, { evidenceCount }) => sum + evidenceCount, 0),
    sources: [...new Set(premises.flatMap(({ sources }) => sources))],
    because: [...(edge.because ?? [])] as GraphEdge['because'],
    rule: edge.rule,
  }
}
