import { createMatrixProduct } from '@parley/inference'
import { afterAll, expect, test } from 'vitest'
import { createRandom } from '../numeric/random'
import { createDenseScores } from './dense-scores'
import { denseColumns, denseVectors } from './unit-states'

const product = createMatrixProduct()
afterAll(() => product.close())

const [width, narrow, tags] = [24, 5, 3]
const random = createRandom(7)
const numbers = (count: number) => Float32Array.from({ length: count }, () => random() - 0.5)
const view = {
  mean: numbers(width),
  scale: numbers(width),
  neighbourAxes: { rows: width, columns: narrow, data: numbers(width * narrow) },
}
const dense = numbers(denseColumns(view) * tags)

test('each unit is scored by its own state and by those on its two sides, as the weights were trained', async () => {
  const states = Array.from({ length: 4 }, () => numbers(width))
  const [vectors = []] = await denseVectors(view, [states], product)
  const wanted = vectors.flatMap((vector) =>
    Array.from({ length: tags }, (_, tag) =>
      vector.reduce((sum, value, column) => sum + value * (dense[column * tags + tag] as number), 0),
    ),
  )
  const scores = new Float32Array(states.length * tags).fill(1)
  createDenseScores(view, { dense }, tags)(states, scores)
  wanted.forEach((score, place) => {
    expect(scores[place]).toBeCloseTo(1 + score, 5)
  })
})

test('a message of no unit has no scores', () => {
  const scores = new Float32Array(0)
  createDenseScores(view, { dense }, tags)([], scores)
  expect(scores).toEqual(new Float32Array(0))
})
