import { createMatrixProduct } from '@parley/inference'
import { afterAll, describe, expect, it } from 'vitest'
import { createRandom } from '../numeric/random'
import { expectTags } from './crf'
import { decodeChain } from './decode-chain'
import { exponentials, toPotentials } from './fit-crf'
import { tagMarginals } from './tag-marginals'
import { mayFollow, mayStart, tagCount } from './tag-scheme'
import { layOut, toTimeMajor } from './time-major-layout'

const product = createMatrixProduct()
afterAll(() => product.close())

const tags = tagCount(2)
const random = createRandom(7)
const draw = (count: number) => Float32Array.from({ length: count }, () => 4 * random() - 2)
const weights = { transitions: draw(tags * tags), starts: draw(tags) }
const messages = [3, 1, 4, 2].map((units) => draw(units * tags))

/** Every well-formed path of so many units. */
function allPaths(units: number): number[][] {
  if (units === 0) return [[]]
  return allPaths(units - 1).flatMap((path) => {
    const next = Array.from({ length: tags }, (_unused, tag) => tag)
    const isAllowed = (tag: number) => (path.length === 0 ? mayStart(tag) : mayFollow(path.at(-1) as number, tag))
    return next.filter(isAllowed).map((tag) => [...path, tag])
  })
}

function scoreOf(path: readonly number[], scores: Float32Array): number {
  return path.reduce((sum, tag, at) => {
    const step = at === 0 ? weights.starts[tag] : weights.transitions[(path[at - 1] as number) * tags + tag]
    return sum + (scores[at * tags + tag] as number) + (step as number)
  }, 0)
}

function bruteForce(scores: Float32Array) {
  const paths = allPaths(scores.length / tags).map((path) => ({ path, score: scoreOf(path, scores) }))
  const partition = paths.reduce((sum, { score }) => sum + Math.exp(score), 0)
  const marginals = new Float64Array(scores.length)
  const transitions = new Float64Array(tags * tags)
  for (const { path, score } of paths) {
    const probability = Math.exp(score) / partition
    path.forEach((tag, at) => {
      marginals[at * tags + tag] = (marginals[at * tags + tag] as number) + probability
      const before = path[at - 1]
      if (before === undefined) return
      transitions[before * tags + tag] = (transitions[before * tags + tag] as number) + probability
    })
  }
  const best = paths.reduce((left, right) => (right.score > left.score ? right : left))
  return { logPartition: Math.log(partition), marginals, transitions, best: best.path }
}

const expectClose = (actual: ArrayLike<number>, expected: ArrayLike<number>) => {
  expect(actual.length).toBe(expected.length)
  for (let index = 0; index < expected.length; index++) expect(actual[index]).toBeCloseTo(expected[index] as number, 4)
}

describe('a chain of tags', () => {
  it('is summed over as if every path were written out, many messages at once', async () => {
    const layout = layOut(messages.map((scores) => scores.length / tags))
    const rows = toTimeMajor(
      layout,
      messages.map((scores) =>
        Array.from({ length: scores.length / tags }, (_unused, at) => scores.slice(at * tags, (at + 1) * tags)),
      ),
    )
    const data = Float32Array.from(rows.flatMap((row) => [...row]))
    const maxima = toPotentials(data, tags)
    const found = await expectTags(
      {
        tags,
        units: { rows: layout.rows, columns: tags, data },
        transitions: { rows: tags, columns: tags, data: exponentials(weights.transitions, mayFollow, tags) },
        starts: exponentials(weights.starts, (_from, to) => mayStart(to), tags),
      },
      layout,
      product,
    )
    const expected = messages.map(bruteForce)
    expect(found.logPartition + maxima).toBeCloseTo(
      expected.reduce((sum, { logPartition }) => sum + logPartition, 0),
      3,
    )
    const marginals = expected.map((one) =>
      Array.from({ length: one.marginals.length / tags }, (_unused, at) =>
        one.marginals.slice(at * tags, (at + 1) * tags),
      ),
    )
    expectClose(
      found.marginals.data,
      toTimeMajor(layout, marginals).flatMap((row) => [...row]),
    )
    const transitions = Array.from({ length: tags * tags }, (_unused, pair) =>
      expected.reduce((sum, one) => sum + (one.transitions[pair] as number), 0),
    )
    expectClose(found.transitions, transitions)
  })

  it('is decoded to the best of all well-formed paths', () => {
    for (const scores of messages) expect(decodeChain(scores, tags, weights)).toEqual(bruteForce(scores).best)
    expect(decodeChain(new Float32Array(0), tags, weights)).toEqual([])
  })

  it('gives one message the same marginals alone as among others', () => {
    for (const scores of messages) expectClose(tagMarginals(scores, tags, weights), bruteForce(scores).marginals)
  })
})
