import { runToEnd } from '@parley/text'
import type { GraphEdge, GraphRule, RulePattern, RuleSide } from './graph-edge'
import { groupedBy } from './grouped-by'
import { RELATION_TYPES, RELATIONS, type RelationType } from './relation'

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
/** Ways to meet conditions: around a hub nearly all of them lead to what is known. So many take a tenth of a second. */
const MOST_TRIED = 200_000
/** What follows from something unlikely is not worth saying. */
const LEAST_CONFIDENCE = 0.3

/** So many ways take a millisecond or two where all of them teach something. */
const TRIED_A_STEP = 100

/** The edges, and what follows from them; what is known already is derived no more. Depth, number and work are bounded. */
export function applyRules(edges: readonly GraphEdge[], rules: readonly GraphRule[]): GraphEdge[] {
  return runToEnd(applyRulesInSteps(edges, rules))
}

/** The same, some ways at a time, for whoever has to let others have their turn. */
export function* applyRulesInSteps(
  edges: readonly GraphEdge[],
  rules: readonly GraphRule[],
): Generator<void, GraphEdge[]> {
  const known = new Map(edges.map((edge) => [keyOf(edge), edge]))
  const most = known.size + MOST_DERIVED
  let tried = 0
  for (const { rule, premises } of waysOf(known, rules)) {
    learn(known, rule, premises)
    tried += 1
    if (tried % TRIED_A_STEP === 0) yield
    if (known.size >= most || tried >= MOST_TRIED) break
  }
  return [...known.values()]
}

const keyOf = ({ type, fromId, toId }: Pick<GraphEdge, 'type' | 'fromId' | 'toId'>) => `${type} ${fromId} ${toId}`

interface Way {
  readonly rule: GraphRule
  readonly premises: readonly GraphEdge[]
}

/** Round by round, as long as the one before found something. Whoever takes them stops when they have enough. */
function* waysOf(known: ReadonlyMap<string, GraphEdge>, rules: readonly GraphRule[]): Generator<Way> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = known.size
    const present = groupedBy([...known.values()], ({ type }) => type)
    for (const rule of rules) for (const premises of premisesOf(rule, present)) yield { rule, premises }
    if (known.size === before) return
  }
}

type ByType = ReadonlyMap<RelationType, readonly GraphEdge[]>

/** What may meet a rule's conditions: an edge, or two that share `b`. */
function* premisesOf({ when: [first, second] }: GraphRule, edges: ByType): Generator<GraphEdge[]> {
  const starts = (first && edges.get(first.type)) ?? []
  if (!first || !second) return yield* starts.map((edge) => [edge])
  const index = groupedBy(edges.get(second.type) ?? [], (edge) => sideOf(second, edge))
  for (const edge of starts) for (const other of index.get(sideOf(first, edge)) ?? []) yield [edge, other]
}

/** The end that a pattern calls `b`. */
const sideOf = ({ from }: RulePattern, { fromId, toId }: GraphEdge): string => (from === 'b' ? fromId : toId)

function learn(
  known: Map<string, GraphEdge>,
  { name, when, follows }: GraphRule,
  premises: readonly GraphEdge[],
): void {
  const ends = endsOf(follows, joined(when, premises))
  if (!ends || known.has(keyOf(ends))) return
  const confidence = premises.reduce((product, premise) => product * premise.confidence, 1)
  if (confidence < LEAST_CONFIDENCE) return
  const because = premises.flatMap((premise) => premise.because ?? [premise.id])
  known.set(keyOf(ends), { id: `${name}:${because.join('+')}`, ...ends, confidence, because, rule: name })
}

type Sides = Partial<Record<RuleSide, string>>

/** What each side stands for; null where one would have to be two things at once. */
function joined(when: readonly RulePattern[], premises: readonly GraphEdge[]): Sides | null {
  const sides: Sides = {}
  for (const [at, { fromId, toId }] of premises.entries()) {
    const { from, to } = when[at]!
    sides[from] ??= fromId
    sides[to] ??= toId
    if (sides[from] !== fromId || sides[to] !== toId) return null
  }
  return sides
}

function endsOf({ type, from, to }: RulePattern, sides: Sides | null) {
  const [fromId, toId] = [sides?.[from], sides?.[to]]
  return fromId && toId && fromId !== toId ? { type, fromId, toId } : null
}
