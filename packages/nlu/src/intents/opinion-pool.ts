import { minimise } from '../numeric/lbfgs'
import { logSoftmax } from '../numeric/softmax'

/** Log-probabilities [rows, classes] of several models for the same rows. */
export interface Opinions {
  readonly classes: number
  readonly models: readonly Float32Array[]
}

/**
 * Learns how to join several models: probability ∝ Π pₖ^wₖ (logarithmic opinion pool, Heskes 1998), the weights by
 * least log-loss on rows that none of the models learnt from. For one model this is temperature scaling (Guo et al. 2017)
 * with w = 1/T; for several the common size of the weights plays that part.
 *
 * @returns one weight a model, each over 0.
 */
export async function fitPoolWeights(opinions: Opinions, labels: readonly number[]): Promise<number[]> {
  const count = opinions.models.length
  // Learnt as logarithms, which keeps every weight positive.
  const start = new Float32Array(count).fill(Math.log(1 / count))
  const objective = async (parameters: Float32Array, gradient: Float32Array) => {
    const weights = [...parameters].map(Math.exp)
    const { loss, slopes } = poolLoss(opinions, labels, weights)
    slopes.forEach((slope, model) => {
      gradient[model] = slope * (weights[model] as number) + PRIOR * (parameters[model] as number)
    })
    return loss + (PRIOR / 2) * parameters.reduce((sum, value) => sum + value * value, 0)
  }
  const result = await minimise({ start, objective, valueTolerance: 1e-7, gradientTolerance: 1e-4 })
  return [...result.parameters].map(Math.exp)
}

/** Keeps weights finite where validation rows are few or all right. */
const PRIOR = 1e-3

/** Log-probabilities of the pool for one row. */
export function poolRow({ classes, models }: Opinions, weights: readonly number[], row: number): Float32Array {
  const pooled = new Float32Array(classes)
  models.forEach((model, index) => {
    const weight = weights[index] as number
    for (let column = 0; column < classes; column++) {
      pooled[column] = (pooled[column] as number) + weight * (model[row * classes + column] as number)
    }
  })
  return logSoftmax(pooled)
}

/** The mean log-loss, and its derivative by each weight: expected minus observed log-probability. */
function poolLoss(opinions: Opinions, labels: readonly number[], weights: readonly number[]) {
  const slopes = weights.map(() => 0)
  let loss = 0
  labels.forEach((label, row) => {
    const pooled = poolRow(opinions, weights, row)
    loss -= pooled[label] as number
    opinions.models.forEach((model, index) => {
      slopes[index] = (slopes[index] as number) + slopeOf(model, pooled, row * opinions.classes, label)
    })
  })
  return { loss: loss / labels.length, slopes: slopes.map((slope) => slope / labels.length) }
}

function slopeOf(model: Float32Array, pooled: Float32Array, start: number, label: number): number {
  let expected = 0
  for (let column = 0; column < pooled.length; column++) {
    expected += Math.exp(pooled[column] as number) * (model[start + column] as number)
  }
  return expected - (model[start + label] as number)
}
