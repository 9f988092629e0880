import type { GraphEdge } from './graph-edge'
import { groupedBy } from './grouped-by'
import { RELATION_TYPES, RELATIONS, type RelationType } from './relation'

/** What cannot all be true: two where one is allowed, or a way that leads back to where it began. */
export interface Contradiction {
  readonly kind: 'too-many' | 'circle'
  readonly type: RelationType
  readonly edgeIds: readonly string[]
}

const MOST = 100

/** Edges that are walked along in a step; these take a millisecond or two. */
const WALKED_A_STEP = 500

/** Whoever takes the steps may let others have their turn between two. */
type Steps = Generator<void, Contradiction[]>

/** Of what is given, not of what follows from it. Linear in the edges. */
export function* findContradictions(edges: readonly GraphEdge[]): Steps {
  return yield* findIn(edges.filter(({ because }) => !because))
}

/** What cannot be true together with what follows by rules, where not what it follows from contradicts itself already. */
export function* findContradictionsOfRules(edges: readonly GraphEdge[]): Steps {
  const known = yield* findContradictions(edges)
  const derived = new Map(edges.flatMap(({ id, because }) => (because ? [[id, because] as const] : [])))
  const found = yield* findIn(edges)
  const isOfRules = ({ edgeIds }: Contradiction) => {
    const ground = new Set(edgeIds.flatMap((id) => derived.get(id) ?? [id]))
    const isKnown = known.some((one) => one.edgeIds.every((id) => ground.has(id)))
    return !isKnown && edgeIds.some((id) => derived.has(id))
  }
  const ofRules: Contradiction[] = []
  for (const one of found) {
    if (isOfRules(one)) ofRules.push(one)
    yield
  }
  return ofRules
}

function* findIn(edges: readonly GraphEdge[]): Steps {
  const byType = groupedBy(edges, ({ type }) => type)
  const found: Contradiction[] = []
  for (const type of RELATION_TYPES) {
    const own = byType.get(type) ?? []
    found.push(...tooMany(type, own))
    yield
    found.push(...(yield* circles(type, own)))
  }
  return found.slice(0, MOST)
}

function tooMany(type: RelationType, edges: readonly GraphEdge[]): Contradiction[] {
  const { single } = RELATIONS[type]
  if (!single) return []
  const byEnd = groupedBy(edges, (edge) => (single === 'from' ? edge.toId : edge.fromId))
  const several = [...byEnd.values()].filter(
    (same) => new Set(same.map((edge) => (single === 'from' ? edge.fromId : edge.toId))).size > 1,
  )
  return several.map((same) => ({ kind: 'too-many', type, edgeIds: same.map(({ id }) => id) }))
}

/** The first so many: each may be as long as the graph, and there may be one for each edge. */
function* circles(type: RelationType, edges: readonly GraphEdge[]): Steps {
  if (!RELATIONS[type].isAcyclic) return []
  const out = groupedBy(edges, ({ fromId }) => fromId)
  const done = new Set<string>()
  const found: Contradiction[] = []
  for (const start of out.keys()) {
    for (const edgeIds of walk(start, out, done)) {
      if (edgeIds) found.push({ kind: 'circle', type, edgeIds })
      else yield
      if (found.length >= MOST) return found
    }
  }
  return found
}

/** Depth first, without recursion: a chain may be as long as the graph. Tells of circles, and between two steps of nothing. */
function* walk(
  start: string,
  out: ReadonlyMap<string, readonly GraphEdge[]>,
  done: Set<string>,
): Generator<string[] | undefined> {
  if (done.has(start)) return
  const way: GraphEdge[] = []
  let walked = 0
  const stack = [{ at: start, edges: [...(out.get(start) ?? [])] }]
  const open = new Set([start])
  while (stack.length > 0) {
    const top = stack.at(-1)!
    const edge = top.edges.pop()
    walked += 1
    if (walked % WALKED_A_STEP === 0) yield
    if (!edge) {
      done.add(top.at)
      open.delete(top.at)
      stack.pop()
      way.pop()
    } else if (open.has(edge.toId)) {
      const from = stack.findIndex(({ at }) => at === edge.toId)
      yield [...way.slice(from), edge].map(({ id }) => id)
    } else if (!done.has(edge.toId)) {
      way.push(edge)
      open.add(edge.toId)
      stack.push({ at: edge.toId, edges: [...(out.get(edge.toId) ?? [])] })
    }
  }
}
