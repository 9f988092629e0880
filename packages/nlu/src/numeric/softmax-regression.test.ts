import { createMatrixProduct } from '@parley/inference'
import { afterAll, expect, test } from 'vitest'
import { createLogits, type LinearModel } from './linear-model'
import { matrixOf } from './matrix'
import { logSoftmax } from './softmax'
import { fitSoftmaxRegression, predictLogProbabilities } from './softmax-regression'

const product = createMatrixProduct()
afterAll(() => product.close())

const rows = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
].map((row) => Float32Array.from(row))
const features = matrixOf(rows, 2)

const predictOne = (model: LinearModel, features: Float32Array) => logSoftmax(createLogits(model)(features))

test('without features that matter the biases become the log-frequencies of the classes', async () => {
  const blank = matrixOf(
    rows.map(() => new Float32Array(2)),
    2,
  )
  const model = await fitSoftmaxRegression({ product, features: blank, labels: [0, 0, 0, 1], classes: 2, l2: 1e-3 })
  const logProbabilities = predictOne(model, new Float32Array(2))
  expect(Math.exp(logProbabilities[0] as number)).toBeCloseTo(0.75, 2)
})

test('row weights count like repeated rows', async () => {
  const weighted = await fitSoftmaxRegression({
    product,
    features,
    labels: [0, 1, 0, 1],
    classes: 2,
    l2: 1e-2,
    rowWeights: [2, 1, 1, 1],
  })
  const repeated = await fitSoftmaxRegression({
    product,
    features: matrixOf([rows[0] as Float32Array, ...rows], 2),
    labels: [0, 0, 1, 0, 1],
    classes: 2,
    l2: 1e-2,
  })
  weighted.weights.forEach((weight, index) => {
    expect(weight).toBeCloseTo(repeated.weights[index] as number, 2)
  })
})

test('a stronger penalty gives smaller weights', async () => {
  const size = async (l2: number) => {
    const model = await fitSoftmaxRegression({ product, features, labels: [0, 1, 0, 1], classes: 2, l2 })
    return model.weights.reduce((sum, weight) => sum + weight * weight, 0)
  }
  expect(await size(1)).toBeLessThan((await size(1e-3)) / 10)
})

test('one row is predicted as it is among many', async () => {
  const model = await fitSoftmaxRegression({ product, features, labels: [0, 1, 2, 1], classes: 3, l2: 1e-3 })
  const together = await predictLogProbabilities(model, features, product)
  rows.forEach((row, index) => {
    predictOne(model, row).forEach((value, column) => {
      expect(value).toBeCloseTo(together[index * 3 + column] as number, 4)
    })
  })
})
