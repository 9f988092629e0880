import type { Matrix, MatrixProduct } from '@parley/inference'
import { minimise, type Objective } from './lbfgs'
import { logSoftmax, logSoftmaxRows } from './softmax'

/** A multinomial logistic regression: weights [columns, classes], row-major, and one bias a class. */
export interface LinearModel {
  readonly columns: number
  readonly classes: number
  readonly weights: Float32Array
  readonly biases: Float32Array
}

export interface SoftmaxRegressionOptions {
  readonly product: MatrixProduct
  /** One row an example. */
  readonly features: Matrix
  /** Class of each row, 0 to `classes` − 1. */
  readonly labels: readonly number[]
  readonly classes: number
  /** λ of the penalty λ/2·‖weights‖² beside the mean loss; biases are free. */
  readonly l2: number
  /** Weight of each row in the mean loss. Default: all 1. */
  readonly rowWeights?: readonly number[]
  /** Where to start: the solution under another penalty, say. Default: zero. */
  readonly start?: LinearModel
  readonly maxIterations?: number
  readonly signal?: AbortSignal | undefined
}

/** Fits the model by L-BFGS. The problem is convex: the same input gives the same model. */
export async function fitSoftmaxRegression(options: SoftmaxRegressionOptions): Promise<LinearModel> {
  const { features, classes, start, maxIterations = 40 } = options
  const size = features.columns * classes
  const parameters = new Float32Array(size + classes)
  if (start !== undefined) {
    parameters.set(start.weights)
    parameters.set(start.biases, size)
  }
  const result = await minimise({ start: parameters, objective: penalisedLoss(options), maxIterations })
  return { columns: features.columns, classes, ...splitParameters(result.parameters, size) }
}

/** Log-probabilities [rows, classes] of the model. */
export async function predictLogProbabilities(
  model: LinearModel,
  features: Matrix,
  product: MatrixProduct,
): Promise<Float32Array> {
  if (features.rows === 0) return new Float32Array(0)
  const logits = await product.multiply(features, weightMatrix(model.weights, features.columns))
  return logSoftmaxRows(addBiases(logits.data, model.biases), model.classes)
}

/** Log-probabilities of one example, without the matrix kernels: less than a millisecond for 1,536 × 150. */
export function predictOne(model: LinearModel, features: Float32Array): Float32Array {
  const logits = Float64Array.from(model.biases)
  for (let column = 0; column < features.length; column++) {
    const value = features[column] as number
    if (value === 0) continue
    const start = column * model.classes
    for (let output = 0; output < model.classes; output++) {
      logits[output] = (logits[output] as number) + value * (model.weights[start + output] as number)
    }
  }
  return logSoftmax(Float32Array.from(logits))
}

function weightMatrix(weights: Float32Array, columns: number): Matrix {
  return { rows: columns, columns: weights.length / columns, data: weights }
}

function splitParameters(parameters: Float32Array, size: number) {
  return { weights: parameters.subarray(0, size), biases: parameters.subarray(size) }
}

function penalisedLoss({
  product,
  features,
  labels,
  classes,
  l2,
  rowWeights,
  signal,
}: SoftmaxRegressionOptions): Objective {
  const size = features.columns * classes
  const totalWeight = rowWeights?.reduce((sum, weight) => sum + weight, 0) ?? labels.length
  const shares = Float32Array.from(labels, (_label, row) => (rowWeights?.[row] ?? 1) / totalWeight)
  return async (parameters, gradient) => {
    signal?.throwIfAborted()
    const { weights, biases } = splitParameters(parameters, size)
    const logits = await product.multiply(features, weightMatrix(weights, features.columns))
    const residuals = { rows: features.rows, columns: classes, data: addBiases(logits.data, biases) }
    const loss = toResiduals(residuals.data, labels, shares, classes)
    gradient.set((await product.multiply(features, residuals, { transposeA: true })).data)
    gradient.set(columnSums(residuals.data, classes), size)
    return loss + addPenalty(weights, gradient, l2)
  }
}

/** Logits become the loss's gradient by each logit, in place; returns the weighted mean loss. */
function toResiduals(logits: Float32Array, labels: readonly number[], shares: Float32Array, classes: number): number {
  logSoftmaxRows(logits, classes)
  let loss = 0
  labels.forEach((label, row) => {
    const start = row * classes
    const share = shares[row] as number
    loss -= share * (logits[start + label] as number)
    for (let place = start; place < start + classes; place++) logits[place] = share * Math.exp(logits[place] as number)
    logits[start + label] = (logits[start + label] as number) - share
  })
  return loss
}

function addBiases(logits: Float32Array, biases: Float32Array): Float32Array {
  const classes = biases.length
  for (let start = 0; start < logits.length; start += classes) {
    for (let index = 0; index < classes; index++) {
      logits[start + index] = (logits[start + index] as number) + (biases[index] as number)
    }
  }
  return logits
}

function columnSums(matrix: Float32Array, columns: number): Float32Array {
  const sums = new Float32Array(columns)
  for (let start = 0; start < matrix.length; start += columns) {
    for (let index = 0; index < columns; index++) {
      sums[index] = (sums[index] as number) + (matrix[start + index] as number)
    }
  }
  return sums
}

/** Adds the penalty's gradient; returns the penalty. */
function addPenalty(weights: Float32Array, gradient: Float32Array, l2: number): number {
  let squares = 0
  for (let index = 0; index < weights.length; index++) {
    const weight = weights[index] as number
    squares += weight * weight
    gradient[index] = (gradient[index] as number) + l2 * weight
  }
  return (l2 / 2) * squares
}
