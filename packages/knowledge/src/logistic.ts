/** A logistic model over standardised features. */
export interface LogisticModel {
  readonly mean: readonly number[]
  readonly scale: readonly number[]
  readonly weights: readonly number[]
  readonly bias: number
}

/** Probability of the positive class. @throws RangeError when the number of features differs. */
export function predictLogistic(model: LogisticModel, features: readonly number[]): number {
  if (features.length !== model.weights.length) {
    throw new RangeError(`Expected ${model.weights.length} features, found ${features.length}`)
  }
  return sigmoid(
    features.reduce((sum, value, at) => sum + model.weights[at]! * standardise(model, value, at), model.bias),
  )
}

export interface LogisticExample {
  readonly features: readonly number[]
  readonly isPositive: boolean
  /** Default 1. */
  readonly weight?: number
}

/** Strength of the L2 penalty on the weights, per example. */
const DEFAULT_PENALTY = 0.01
const STEPS = 400
const RATE = 0.5

/** Fits by full-batch gradient descent with momentum; deterministic. Meant for tens of features. */
export function fitLogistic(examples: readonly LogisticExample[], penalty = DEFAULT_PENALTY): LogisticModel {
  const size = examples[0]?.features.length ?? 0
  const { mean, scale } = moments(examples, size)
  const model = { mean, scale, weights: new Array<number>(size).fill(0), bias: 0 }
  const rows = examples.map(({ features, isPositive, weight = 1 }) => ({
    values: Float64Array.from(features, (value, at) => standardise(model, value, at)),
    target: isPositive ? 1 : 0,
    weight,
  }))
  const speed = new Array<number>(size + 1).fill(0)
  for (let step = 0; step < STEPS; step++) {
    const gradient = gradientOf(model, rows, penalty)
    gradient.forEach((value, at) => {
      speed[at] = 0.9 * speed[at]! - RATE * 0.2 * value
      if (at === size) model.bias += speed[at]!
      else model.weights[at]! += speed[at]!
    })
  }
  return model
}

interface Row {
  /** Standardised once: training reads them hundreds of times. */
  readonly values: Float64Array
  readonly target: number
  readonly weight: number
}

function gradientOf(model: LogisticModel, rows: readonly Row[], penalty: number): number[] {
  const size = model.weights.length
  const total = rows.reduce((sum, row) => sum + row.weight, 0)
  const gradient = [...model.weights.map((weight) => penalty * weight), 0]
  for (const { values, target, weight } of rows) {
    let score = model.bias
    for (let at = 0; at < size; at++) score += model.weights[at]! * values[at]!
    const error = ((sigmoid(score) - target) * weight) / total
    for (let at = 0; at < size; at++) gradient[at]! += error * values[at]!
    gradient[size]! += error
  }
  return gradient
}

function moments(examples: readonly LogisticExample[], size: number): Pick<LogisticModel, 'mean' | 'scale'> {
  const columns = Array.from({ length: size }, (_, at) => examples.map((example) => example.features[at]!))
  const mean = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length)
  const scale = columns.map((column, at) => {
    const variance = column.reduce((sum, value) => sum + (value - mean[at]!) ** 2, 0) / column.length
    return Math.sqrt(variance) || 1
  })
  return { mean, scale }
}

function standardise(model: LogisticModel, value: number, at: number): number {
  return (value - model.mean[at]!) / model.scale[at]!
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}
