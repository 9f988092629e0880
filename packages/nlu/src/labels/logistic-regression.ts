import type { Matrix, MatrixProduct } from '@parley/inference'
import { minimise, type Objective } from '../numeric/lbfgs'
import type { LinearModel } from '../numeric/softmax-regression'

export interface LogisticRegressionOptions {
  readonly product: MatrixProduct
  /** One row an example. */
  readonly features: Matrix
  /** [rows, labels]: 1 where the row has the label, 0 where it has not. */
  readonly targets: Matrix
  /** λ of the penalty λ/2·‖weights‖² beside the mean loss; biases are free. */
  readonly l2: number
  readonly maxIterations?: number
  readonly signal?: AbortSignal | undefined
}

/**
 * Independent logistic regressions, one a label, fitted together by L-BFGS (binary relevance, Tsoumakas & Katakis 2007).
 * The problem is convex: the same input gives the same model.
 */
export async function fitLogisticRegression(options: LogisticRegressionOptions): Promise<LinearModel> {
  const { features, targets, maxIterations = 40 } = options
  const size = features.columns * targets.columns
  const start = new Float32Array(size + targets.columns)
  const { parameters } = await minimise({ start, objective: penalisedLoss(options), maxIterations })
  const [weights, biases] = [parameters.subarray(0, size), parameters.subarray(size)]
  return { columns: features.columns, classes: targets.columns, weights, biases }
}

/** Log-odds [rows, labels]. */
export async function predictLogOdds(model: LinearModel, features: Matrix, product: MatrixProduct): Promise<Matrix> {
  if (features.rows === 0) return { rows: 0, columns: model.classes, data: new Float32Array(0) }
  const weights = { rows: model.columns, columns: model.classes, data: model.weights }
  const logits = await product.multiply(features, weights)
  addBiases(logits.data, model.biases)
  return logits
}

/** Log-odds of one example, without the matrix kernels. */
export function logOddsOfOne(model: LinearModel, features: Float32Array): Float32Array {
  const logits = Float32Array.from(model.biases)
  for (let column = 0; column < features.length; column++) {
    const value = features[column] as number
    if (value === 0) continue
    for (let label = 0; label < model.classes; label++) {
      logits[label] = (logits[label] as number) + value * (model.weights[column * model.classes + label] as number)
    }
  }
  return logits
}

export const sigmoid = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds))

function penalisedLoss({ product, features, targets, l2, signal }: LogisticRegressionOptions): Objective {
  const size = features.columns * targets.columns
  return async (parameters, gradient) => {
    signal?.throwIfAborted()
    const weights = { rows: features.columns, columns: targets.columns, data: parameters.subarray(0, size) }
    const logits = await product.multiply(features, weights)
    addBiases(logits.data, parameters.subarray(size))
    const loss = toResiduals(logits.data, targets.data, features.rows)
    gradient.set((await product.multiply(features, logits, { transposeA: true })).data)
    addColumnSums(logits.data, gradient.subarray(size))
    return loss + addPenalty(weights.data, gradient, l2)
  }
}

/** Logits become the loss's gradient by each logit, in place; returns the loss, summed over labels, a row. */
function toResiduals(logits: Float32Array, targets: Float32Array, rows: number): number {
  let loss = 0
  for (let place = 0; place < logits.length; place++) {
    const logit = logits[place] as number
    const target = targets[place] as number
    // log(1 + e^x) − target·x, written so that nothing overflows.
    loss += Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit))) - target * logit
    logits[place] = (sigmoid(logit) - target) / rows
  }
  return loss / rows
}

function addBiases(logits: Float32Array, biases: Float32Array): void {
  for (let place = 0; place < logits.length; place++) {
    logits[place] = (logits[place] as number) + (biases[place % biases.length] as number)
  }
}

function addColumnSums(matrix: Float32Array, sums: Float32Array): void {
  for (let place = 0; place < matrix.length; place++) {
    const column = place % sums.length
    sums[column] = (sums[column] as number) + (matrix[place] as number)
  }
}

function addPenalty(weights: Float32Array, gradient: Float32Array, l2: number): number {
  let squares = 0
  for (let index = 0; index < weights.length; index++) {
    const weight = weights[index] as number
    squares += weight * weight
    gradient[index] = (gradient[index] as number) + l2 * weight
  }
  return (l2 / 2) * squares
}
