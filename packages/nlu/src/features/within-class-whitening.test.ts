import { createMatrixProduct } from '@parley/inference'
import { afterAll, expect, test } from 'vitest'
import { matrixOf, rowOf } from '../numeric/matrix'
import { createRandom } from '../numeric/random'
import { fitSoftmaxRegression, predictLogProbabilities } from '../numeric/softmax-regression'
import { fitWithinClassWhitening, readUnwhitened, whiten } from './within-class-whitening'

const product = createMatrixProduct()
afterAll(() => product.close())

/** Two classes that differ in the second number only, which is small beside the noise in the first. */
const random = createRandom(1)
const labels = Array.from({ length: 400 }, (_unused, row) => row % 2)
const rows = matrixOf(
  labels.map((label) => Float32Array.of(2 * (random() - 0.5), 0.1 * label + 0.02 * (random() - 0.5))),
  2,
)

test('what varies within classes shrinks beside what tells them apart', async () => {
  const mapped = await whiten(rows, await fitWithinClassWhitening(rows, labels, 1, product), product)
  const gapOf = (matrix: typeof rows) => {
    const mean = (label: number, column: number) =>
      labels.reduce((sum, own, row) => sum + (own === label ? (rowOf(matrix, row)[column] as number) : 0), 0) / 200
    const spread = Math.sqrt(matrix.data.reduce((sum, value) => sum + value * value, 0) / matrix.rows)
    return Math.hypot(mean(1, 0) - mean(0, 0), mean(1, 1) - mean(0, 1)) / spread
  }
  expect(gapOf(mapped)).toBeGreaterThan(1.3 * gapOf(rows))
})

test('mapped rows have length 1 on average', async () => {
  const { data } = await whiten(rows, await fitWithinClassWhitening(rows, labels, 1, product), product)
  expect(data.reduce((sum, value) => sum + value * value, 0) / rows.rows).toBeCloseTo(1, 3)
})

test('a model of mapped rows says the same of the rows themselves', async () => {
  const whitening = await fitWithinClassWhitening(rows, labels, 1, product)
  const mapped = await whiten(rows, whitening, product)
  const model = await fitSoftmaxRegression({ product, features: mapped, labels, classes: 2, l2: 1e-4 })
  const said = await predictLogProbabilities(model, mapped, product)
  const plain = await predictLogProbabilities(await readUnwhitened(model, whitening, product), rows, product)
  plain.forEach((value, place) => {
    expect(value).toBeCloseTo(said[place] as number, 3)
  })
})

test('classes of a single example each leave the rows as they are, but for their length', async () => {
  const few = matrixOf([Float32Array.of(3, 4), Float32Array.of(0, 5)], 2)
  const mapped = await whiten(few, await fitWithinClassWhitening(few, [0, 1], 1, product), product)
  const expected = [0.6, 0.8, 0, 1]
  mapped.data.forEach((value, place) => {
    expect(value).toBeCloseTo(expected[place] as number, 5)
  })
})

test('few rows are whitened part by part, many as a whole', async () => {
  const isBlockwise = async (matrix: typeof rows) => {
    const { map } = await fitWithinClassWhitening(matrix, labels.slice(0, matrix.rows), 2, product)
    return map.data[2] === 0
  }
  const first = (count: number) => ({ ...rows, rows: count, data: rows.data.slice(0, 2 * count) })
  expect(await isBlockwise(first(3))).toBe(true)
  expect(await isBlockwise(first(300))).toBe(false)
})
