import { describe, expect, test } from 'vitest'
import { applyRules, applyRulesInSteps, BUILT_IN_RULES } from './apply-rules'
import { findContradictions, findContradictionsOfRules } from './find-contradictions'
import type { GraphEdge, GraphRule } from './graph-edge'
import type { RelationType } from './relation'

const edge = (fromId: string, type: RelationType, toId: string): GraphEdge => ({
  ...{ id: `${fromId}-${toId}`, type, fromId, toId, confidence: 1 },
})
const words = (edges: readonly GraphEdge[]) => edges.map(({ fromId, type, toId }) => `${fromId} ${type} ${toId}`)

test('what follows is derived over some steps, with what it follows from', () => {
  const edges = [edge('a', 'depends_on', 'b'), edge('b', 'depends_on', 'c'), edge('c', 'depends_on', 'd')]
  const derived = applyRules(edges, BUILT_IN_RULES).slice(edges.length)
  expect(words(derived)).toEqual(['a depends_on c', 'b depends_on d', 'a depends_on d'])
  expect(derived.at(-1)?.because).toHaveLength(3)
})

const BOTH_WAYS: GraphRule = {
  name: 'both-ways',
  when: [
    { type: 'uses', from: 'a', to: 'b' },
    { type: 'uses', from: 'b', to: 'a' },
  ],
  follows: { type: 'knows', from: 'a', to: 'b' },
}

test('a side stands for one thing: another premise that has something else there is none', () => {
  expect(applyRules([edge('x', 'uses', 'y'), edge('y', 'uses', 'z')], [BOTH_WAYS])).toHaveLength(2)
  expect(words(applyRules([edge('x', 'uses', 'y'), edge('y', 'uses', 'x')], [BOTH_WAYS]))).toEqual(
    expect.arrayContaining(['x knows y', 'y knows x']),
  )
})

describe('around a hub', () => {
  const hub = (type: RelationType, count: number) =>
    Array.from({ length: count }, (_, at) => [edge(`in${at}`, type, 'hub'), edge('hub', type, `out${at}`)]).flat()

  test('no more is derived than anybody looks at', () => {
    const edges = hub('depends_on', 200)
    expect(applyRules(edges, BUILT_IN_RULES)).toHaveLength(edges.length + 2_000)
  })

  test('no more is tried than takes a moment', () => {
    const edges = Array.from({ length: 400 }, (_, at) => edge(`in${at}`, 'uses', 'hub'))
    let tried = 0
    const rules = Array.from(
      { length: 50 },
      (_, at): GraphRule => ({
        name: `known-${at}`,
        when: [
          { type: 'uses', from: 'a', to: 'b' },
          { type: 'uses', from: 'c', to: 'b' },
        ],
        // Known already, whichever way it is met.
        get follows() {
          tried += 1
          return { type: 'uses' as const, from: 'a' as const, to: 'b' as const }
        },
      }),
    )
    expect(applyRules(edges, rules)).toHaveLength(edges.length)
    expect(tried).toBeLessThanOrEqual(200_000)
  })
})

describe('in steps that nobody waits for', () => {
  const ring = Array.from({ length: 1_000 }, (_, at) => edge(`n${at}`, 'depends_on', `n${(at + 1) % 1_000}`))
  const stepsOf = <Result>(steps: Generator<void, Result>) => {
    let count = 1
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return { count, result: step.value }
      count += 1
    }
  }

  test('what follows is derived a hundred ways at a time', () => {
    const { count, result } = stepsOf(applyRulesInSteps(ring, BUILT_IN_RULES))
    expect(result).toHaveLength(3_000)
    expect(count).toBeGreaterThanOrEqual(20)
  })

  test('what leads back to where it began is looked for some edges at a time, and no more of it is kept than is told', () => {
    const all = applyRules(ring, BUILT_IN_RULES)
    const given = stepsOf(findContradictions(all))
    expect(given.result).toMatchObject([{ kind: 'circle', edgeIds: expect.arrayContaining(['n0-n1', 'n999-n0']) }])
    const before = stepsOf(findContradictions([])).count
    expect(given.count).toBeGreaterThan(before)
    // Every edge of the ring and every shortcut closes a circle: a hundred are looked through, each in a step of its own.
    expect(stepsOf(findContradictionsOfRules(all)).count).toBeGreaterThan(before + given.count + 90)
  })
})
