import type { Matrix, MatrixProduct } from '@parley/inference'
import { fitLinearModel, type LinearFitOptions, type LinearModel, predictLogits } from './linear-model'
import { logSoftmaxRows } from './softmax'

export interface SoftmaxRegressionOptions extends LinearFitOptions {
  /** Class of each row, 0 to `classes` − 1. */
  readonly labels: readonly number[]
  /** Weight of each row in the mean loss. Default: all 1. */
  readonly rowWeights?: readonly number[]
}

/** Fits a multinomial logistic regression. */
export function fitSoftmaxRegression(options: SoftmaxRegressionOptions): Promise<LinearModel> {
  const { labels, rowWeights, classes } = options
  const totalWeight = rowWeights?.reduce((sum, weight) => sum + weight, 0) ?? labels.length
  const shares = Float32Array.from(labels, (_label, row) => (rowWeights?.[row] ?? 1) / totalWeight)
  return fitLinearModel(options, (logits) => toResiduals(logits, labels, shares, classes))
}

/** Log-probabilities [rows, classes] of the model. */
export async function predictLogProbabilities(
  model: LinearModel,
  features: Matrix,
  product: MatrixProduct,
): Promise<Float32Array> {
  return logSoftmaxRows((await predictLogits(model, features, product)).data, model.classes)
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
