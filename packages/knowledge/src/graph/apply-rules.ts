import type { GraphEdge, GraphRule, RulePattern, RuleSide } from './graph-edge'
import { RELATION_TYPES, RELATIONS } from './relation'

/** From A to B and from B to C is from A to C, for every type that is so. */
const TRANSITIVE: readonly GraphRule[] = RELATION_TYPES.filter((type) => RELATIONS[type].isTransitive).map((type) => ({
  name: `transitive-${type}`,
  when: [
    { type, from: 'a', to: 'b' },
    { type, from: 'b', to: 'c' },
  ],
  follows: { type, from: 'a', to: 'c' },
}))

/** What holds everywhere. A workspace adds its own. */
export const BUILT_IN_RULES: readonly GraphRule[] = [
  ...TRANSITIVE,
  rule('owner-is-responsible', [['owns', 'a', 'b']], ['responsible_for', 'a', 'b']),
  rule('blocked-depends', [['blocks', 'a', 'b']], ['depends_on', 'b', 'a']),
  rule(
    'works-on-the-whole',
    [
      ['works_on', 'a', 'b'],
      ['part_of', 'b', 'c'],
    ],
    ['works_on', 'a', 'c'],
  ),
  rule(
    'whole-depends',
    [
      ['part_of', 'b', 'a'],
      ['depends_on', 'b', 'c'],
    ],
    ['depends_on', 'a', 'c'],
  ),
  rule(
    'depends-on-supplier',
    [
      ['depends_on', 'a', 'b'],
      ['supplier_of', 'c', 'b'],
    ],
    ['depends_on', 'a', 'c'],
  ),
  rule(
    'part-is-there',
    [
      ['part_of', 'a', 'b'],
      ['located_in', 'b', 'c'],
    ],
    ['located_in', 'a', 'c'],
  ),
]

type Written = readonly [RulePattern['type'], RuleSide, RuleSide]

function rule(name: string, when: readonly Written[], follows: Written): GraphRule {
  const pattern = ([type, from, to]: Written): RulePattern => ({ type, from, to })
  return { name, when: when.map(pattern), follows: pattern(follows) }
}

/** Steps of reasoning: each may use what the one before it found. */
const MOST_ROUNDS = 3
const MOST_DERIVED = 2_000
/** What follows from something unlikely is not worth saying. */
const LEAST_CONFIDENCE = 0.3

type Sides = Partial<Record<RuleSide, string>>

/** The edges, and what follows from them; what is known already is derived no more. Depth and number are bounded. */
export function applyRules(edges: readonly GraphEdge[], rules: readonly GraphRule[]): GraphEdge[] {
  const known = new Map(edges.map((edge) => [keyOf(edge), edge]))
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = known.size
    const present = [...known.values()]
    for (const one of rules) for (const edge of conclusionsOf(one, present)) learn(known, edge)
    if (known.size === before || known.size - edges.length >= MOST_DERIVED) break
  }
  return [...known.values()].slice(0, edges.length + MOST_DERIVED)
}

const keyOf = ({ type, fromId, toId }: Pick<GraphEdge, 'type' | 'fromId' | 'toId'>) => `${type} ${fromId} ${toId}`

function learn(known: Map<string, GraphEdge>, edge: GraphEdge): void {
  if (edge.confidence >= LEAST_CONFIDENCE && !known.has(keyOf(edge))) known.set(keyOf(edge), edge)
}

function conclusionsOf({ name, when, follows }: GraphRule, edges: readonly GraphEdge[]): GraphEdge[] {
  const [first, second] = when
  if (!first) return []
  const starts = edges.filter(({ type }) => type === first.type)
  const index = second && indexBySides(edges, second)
  return starts.flatMap((edge) => {
    const sides = bind({}, first, edge)
    const steps = !second || !index ? [[edge]] : (index.get(sides.b ?? '') ?? []).map((other) => [edge, other])
    return steps.flatMap((premises) => {
      const bound = premises.reduce((all, premise, at) => bind(all, when[at]!, premise), {} as Sides)
      return conclude(name, follows, bound, premises)
    })
  })
}

const bind = (sides: Sides, { from, to }: RulePattern, edge: GraphEdge): Sides => ({
  ...sides,
  [from]: edge.fromId,
  [to]: edge.toId,
})

/** Edges that fit a pattern, by the side that it shares with the pattern before it, `b`. */
function indexBySides(edges: readonly GraphEdge[], { type, from }: RulePattern): Map<string, GraphEdge[]> {
  const index = new Map<string, GraphEdge[]>()
  for (const edge of edges) {
    if (edge.type !== type) continue
    const key = from === 'b' ? edge.fromId : edge.toId
    index.set(key, [...(index.get(key) ?? []), edge])
  }
  return index
}

function conclude(
  name: string,
  { type, from, to }: RulePattern,
  sides: Sides,
  premises: readonly GraphEdge[],
): GraphEdge[] {
  const [fromId, toId] = [sides[from], sides[to]]
  if (!fromId || !toId || fromId === toId) return []
  const confidence = premises.reduce((product, premise) => product * premise.confidence, 1)
  const because = premises.flatMap((premise) => premise.because ?? [premise.id])
  return [{ id: `${name}:${because.join('+')}`, type, fromId, toId, confidence, because }]
}
