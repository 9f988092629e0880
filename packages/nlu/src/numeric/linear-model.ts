import { createRowProducts, type Matrix, type MatrixProduct } from '@parley/inference'
import { minimise, type Objective } from './lbfgs'
import { transposed } from './matrix'

/** Weights [columns, classes], row-major, and one bias a class. */
export interface LinearModel {
  readonly columns: number
  readonly classes: number
  readonly weights: Float32Array
  readonly biases: Float32Array
}

export interface LinearFitOptions {
  readonly product: MatrixProduct
  /** One row an example. */
  readonly features: Matrix
  readonly classes: number
  /** λ of the penalty λ/2·‖weights‖² beside the mean loss; biases are free. */
  readonly l2: number
  /** Where to start: the solution under another penalty, say. Default: zero. */
  readonly start?: LinearModel | undefined
  /** Default 40. */
  readonly maxIterations?: number | undefined
  /** See `LbfgsOptions`; 0: as many iterations as there may be. */
  readonly valueTolerance?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** Turns logits [rows, classes] into the mean loss's gradient by each logit, in place; answers the loss. */
export type ToResiduals = (logits: Float32Array) => number

/** Fits a linear model by L-BFGS under a loss of its logits. With a convex loss the same input gives the same model. */
export async function fitLinearModel(options: LinearFitOptions, toResiduals: ToResiduals): Promise<LinearModel> {
  const { features, classes, start, maxIterations = 40, valueTolerance } = options
  const size = features.columns * classes
  const parameters = new Float32Array(size + classes)
  if (start !== undefined) {
    parameters.set(start.weights)
    parameters.set(start.biases, size)
  }
  const objective = penalisedLoss(options, toResiduals)
  const result = await minimise({
    start: parameters,
    objective,
    maxIterations,
    ...(valueTolerance !== undefined && { valueTolerance }),
  })
  return toModel(result.parameters, features.columns, classes)
}

/** Logits [rows, classes]. */
export async function predictLogits(model: LinearModel, features: Matrix, product: MatrixProduct): Promise<Matrix> {
  if (features.rows === 0) return { rows: 0, columns: model.classes, data: new Float32Array(0) }
  const weights = { rows: model.columns, columns: model.classes, data: model.weights }
  const logits = await product.multiply(features, weights)
  addBiases(logits.data, model.biases)
  return logits
}

/** Logits of one example after the other, without the latency of the matrix kernels. */
export function createLogits({
  columns,
  classes,
  weights,
  biases,
}: LinearModel): (features: Float32Array) => Float32Array {
  const products = createRowProducts(transposed({ rows: columns, columns: classes, data: weights }))
  return (features) => products(features).map((product, output) => product + (biases[output] as number))
}

function toModel(parameters: Float32Array, columns: number, classes: number): LinearModel {
  const size = columns * classes
  return { columns, classes, weights: parameters.subarray(0, size), biases: parameters.subarray(size) }
}

function penalisedLoss(options: LinearFitOptions, toResiduals: ToResiduals): Objective {
  const { product, features, classes, l2, signal } = options
  return async (parameters, gradient) => {
    signal?.throwIfAborted()
    const model = toModel(parameters, features.columns, classes)
    const logits = await predictLogits(model, features, product)
    const loss = toResiduals(logits.data)
    gradient.set((await product.multiply(features, logits, { transposeA: true })).data)
    gradient.set(columnSums(logits.data, classes), model.weights.length)
    return loss + addPenalty(model.weights, gradient, l2)
  }
}

function addBiases(logits: Float32Array, biases: Float32Array): void {
  const classes = biases.length
  for (let start = 0; start < logits.length; start += classes) {
    for (let index = 0; index < classes; index++) {
      logits[start + index] = (logits[start + index] as number) + (biases[index] as number)
    }
  }
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
