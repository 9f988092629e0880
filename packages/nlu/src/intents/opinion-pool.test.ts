import { expect, test } from 'vitest'
import { createRandom } from '../numeric/random'
import { logSoftmax } from '../numeric/softmax'
import { fitPoolWeights, poolRow } from './opinion-pool'

const ROWS = 2000
const CLASSES = 3

/** Rows drawn from known probabilities, and the log-probabilities that a model `sharpness` times as sure would state. */
function drawn(seed: number, sharpness: number) {
  const random = createRandom(seed)
  const stated = new Float32Array(ROWS * CLASSES)
  const labels = Array.from({ length: ROWS }, (_unused, row) => {
    const logits = Float32Array.from({ length: CLASSES }, () => 3 * random())
    stated.set(logSoftmax(logits.map((logit) => sharpness * logit)), row * CLASSES)
    return pick(logSoftmax(logits), random())
  })
  return { labels, stated }
}

function pick(logProbabilities: Float32Array, draw: number): number {
  let sum = 0
  for (let column = 0; column < CLASSES - 1; column++) {
    sum += Math.exp(logProbabilities[column] as number)
    if (draw < sum) return column
  }
  return CLASSES - 1
}

function overconfidence(models: Float32Array[], weights: number[], labels: number[]): number {
  const gaps = labels.map((label, row) => {
    const pooled = poolRow({ classes: CLASSES, models }, weights, row)
    const best = pooled.indexOf(Math.max(...pooled))
    return Math.exp(pooled[best] as number) - Number(best === label)
  })
  return gaps.reduce((sum, gap) => sum + gap, 0) / labels.length
}

test('a model four times too sure is found out, on rows it was not calibrated by', async () => {
  const learnt = drawn(1, 4)
  const weights = await fitPoolWeights({ classes: CLASSES, models: [learnt.stated] }, learnt.labels)
  expect(weights[0]).toBeGreaterThan(0.2)
  expect(weights[0]).toBeLessThan(0.3)
  const fresh = drawn(2, 4)
  expect(overconfidence([fresh.stated], [1], fresh.labels)).toBeGreaterThan(0.15)
  expect(Math.abs(overconfidence([fresh.stated], weights, fresh.labels))).toBeLessThan(0.03)
})

test('a model that knows nothing is given little weight beside one that does', async () => {
  const { labels, stated } = drawn(3, 1)
  const ignorant = drawn(4, 1).stated
  const [knowing = 0, guessing = 1] = await fitPoolWeights({ classes: CLASSES, models: [stated, ignorant] }, labels)
  expect(knowing).toBeGreaterThan(0.8)
  expect(guessing).toBeLessThan(0.15)
})
