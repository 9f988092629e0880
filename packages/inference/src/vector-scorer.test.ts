import { afterAll, beforeAll, expect, test } from 'vitest'
import { createVectorScorer, quantiseVector, type VectorScorer } from './vector-scorer'

const DIMENSIONS = 96
/** More than two blocks, the last one partly filled. */
const COUNT = 20_000
const vectors = randomUnitVectors(COUNT, 7)
const queries = randomUnitVectors(20, 11)

let scorer: VectorScorer
beforeAll(async () => {
  scorer = await createVectorScorer(DIMENSIONS)
  for (const vector of vectors) scorer.add(quantiseVector(vector))
})
afterAll(() => scorer.close())

/** A linear congruential generator (Numerical Recipes): the same numbers in every run. */
function randomUnitVectors(count: number, seed: number): Float32Array[] {
  let state = seed
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 31 - 1
  }
  return Array.from({ length: count }, () => {
    const vector = Float32Array.from({ length: DIMENSIONS }, next)
    const norm = Math.hypot(...vector)
    return vector.map((value) => value / norm)
  })
}

const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, index) => sum + value * b[index]!, 0)

test('a vector finds itself first, in whichever block it lies', async () => {
  for (const index of [0, 8191, 8192, COUNT - 1]) {
    const [best] = await scorer.search(vectors[index]!, 1)
    expect(best?.index).toBe(index)
    expect(best?.score).toBeCloseTo(1, 2)
  }
})

test('scores are the exact dot products to within 0.005', async () => {
  for (const query of queries) {
    for (const { index, score } of await scorer.search(query, 50)) {
      expect(Math.abs(score - dot(query, vectors[index]!))).toBeLessThan(0.005)
    }
  }
})

test('nine of the ten exactly best are among the ten found, on average', async () => {
  let found = 0
  for (const query of queries) {
    const exact = vectors.map((vector, index) => ({ index, score: dot(query, vector) }))
    const best = new Set(
      exact
        .sort((a, b) => b.score - a.score)
        .slice(0, 10)
        .map(({ index }) => index),
    )
    found += (await scorer.search(query, 10)).filter(({ index }) => best.has(index)).length
  }
  expect(found / (10 * queries.length)).toBeGreaterThan(0.9)
})

test('results come best first, and only from what is accepted', async () => {
  const results = await scorer.search(queries[0]!, 30, (index) => index % 2 === 1)
  expect(results).toHaveLength(30)
  expect(results.every(({ index }) => index % 2 === 1)).toBe(true)
  expect(results.map(({ score }) => score)).toEqual(results.map(({ score }) => score).sort((a, b) => b - a))
})

test('nothing accepted, nothing asked for and nothing added give nothing', async () => {
  expect(await scorer.search(queries[0]!, 5, () => false)).toEqual([])
  expect(await scorer.search(queries[0]!, 0)).toEqual([])
  const empty = await createVectorScorer(DIMENSIONS)
  expect(await empty.search(queries[0]!, 5)).toEqual([])
  await empty.close()
})

test('places of a block that hold no vector are never results', async () => {
  const few = await createVectorScorer(DIMENSIONS)
  few.add(quantiseVector(vectors[0]!.map((value) => -value)))
  expect(await few.search(vectors[0]!, 5)).toHaveLength(1)
  await few.close()
})

test('a zero vector scores nothing instead of breaking', async () => {
  const zero = await createVectorScorer(DIMENSIONS)
  zero.add(quantiseVector(new Float32Array(DIMENSIONS)))
  expect(await zero.search(queries[0]!, 1)).toEqual([{ index: 0, score: 0 }])
  expect((await scorer.search(new Float32Array(DIMENSIONS), 1))[0]?.score).toBe(0)
  await zero.close()
})

test('vectors of another length are refused', async () => {
  expect(() => scorer.add(quantiseVector(new Float32Array(3)))).toThrow(RangeError)
  await expect(scorer.search(new Float32Array(3), 1)).rejects.toThrow(RangeError)
})
