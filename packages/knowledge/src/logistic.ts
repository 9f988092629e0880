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
  const rows = rowsOf(examples, model)
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

interface Rows {
  /** Standardised once, one row after another: training reads them hundreds of times. */
  readonly values: Float64Array
  readonly targets: Uint8Array
  /** Of all rows together 1. */
  readonly shares: Float64Array
}

function rowsOf(examples: readonly LogisticExample[], model: Pick<LogisticModel, 'mean' | 'scale'>): Rows {
  const size = model.mean.length
  const values = new Float64Array(examples.length * size)
  examples.forEach(({ features }, row) => {
    features.forEach((value, at) => {
      values[row * size + at] = standardise(model, value, at)
    })
  })
  const total = examples.reduce((sum, { weight = 1 }) => sum + weight, 0)
  return {
    values,
    targets: Uint8Array.from(examples, ({ isPositive }) => (isPositive ? 1 : 0)),
    shares: Float64Array.from(examples, ({ weight = 1 }) => weight / total),
  }
}

function gradientOf(model: LogisticModel, { values, targets, shares }: Rows, penalty: number): Float64Array {
  const size = model.weights.length
  const weights = Float64Array.from(model.weights)
  const gradient = new Float64Array(size + 1)
  for (let row = 0, first = 0; row < targets.length; row++, first += size) {
    let score = model.bias
    for (let at = 0; at < size; at++) score += weights[at]! * values[first + at]!
    const error = (sigmoid(score) - targets[row]!) * shares[row]!
    for (let at = 0; at < size; at++) gradient[at]! += error * values[first + at]!
    gradient[size]! += error
  }
  return gradient.map((value, at) => (at < size ? value + penalty * weights[at]! : value))
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

function standardise(model: Pick<LogisticModel, 'mean' | 'scale'>, value: number, at: number): number {
  return (value - model.mean[at]!) / model.scale[at]!
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}
