import { applyRules, BUILT_IN_RULES, type GraphRule as Rule } from '@parley/knowledge'
import type { GraphEdge, GraphRule, QueryAnswer } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import type { Database } from '../../store/database'

/** The workspace's own rules. */
export async function readOwnRules(rows: Database, workspaceId: string): Promise<GraphRule[]> {
  const found = await rows
    .selectFrom('graph_rules')
    .select(['id', 'name', 'rule'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('id')
    .execute()
  // Checked when they were saved.
  return found.map(
    ({ id, name, rule }) => ({ id, name, ...(rule as Pick<GraphRule, 'when' | 'follows'>) }) as GraphRule,
  )
}

export async function listGraphRules({ store }: Services, actor: Actor): Promise<QueryAnswer<'graph.rules'>> {
  const builtIn = BUILT_IN_RULES.map(({ name, when, follows }) => ({ id: null, name, when: [...when], follows }))
  return { rules: [...builtIn, ...(await readOwnRules(store.rows, actor.workspaceId))] }
}

/** The edges, and what follows from them by the rules that hold everywhere and those of the workspace. */
export async function withConclusions(
  rows: Database,
  workspaceId: string,
  edges: readonly GraphEdge[],
): Promise<GraphEdge[]> {
  const own: Rule[] = await readOwnRules(rows, workspaceId)
  const known = new Map(edges.map((edge) => [edge.id, edge]))
  return applyRules(edges.map(asPlainEdge), [...BUILT_IN_RULES, ...own]).map((edge) => {
    const premises = (edge.because ?? []).flatMap((id) => known.get(id) ?? [])
    return known.get(edge.id) ?? concluded(edge, premises)
  })
}

const asPlainEdge = ({ id, type, fromId, toId, confidence }: GraphEdge) => ({ id, type, fromId, toId, confidence })

/** It holds from when the last of what it follows from does, until the first of it holds no more. */
function concluded(edge: ReturnType<typeof applyRules>[number], premises: readonly GraphEdge[]): GraphEdge {
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
    because: [...(edge.because ?? [])] as GraphEdge['because'],
  }
}
