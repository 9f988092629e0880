import { matrixOf } from '../numeric/matrix'
import { type CrossValidateOptions, crossValidate } from './cross-validate'
import { fitPoolWeights, type Opinions, poolRow } from './opinion-pool'

/** Rows have length 1 on average, so that one range suits all views and set sizes. */
const PENALTIES = [2e-5, 3e-6] as const

/** The penalty with the least log-loss on the first fold, after calibration: none must win for its temperature. */
export async function choosePenalty(options: Omit<CrossValidateOptions, 'l2' | 'outside'>): Promise<number> {
  const { data } = options
  const folds = options.folds.slice(0, 1)
  const labels = folds.flatMap((fold) => fold.validation.map((row) => data.labels[row] as number))
  const outside = matrixOf([], data.matrix.columns)
  const losses: number[] = []
  for (const l2 of PENALTIES) {
    const { inside } = await crossValidate({ ...options, folds, l2, outside })
    losses.push(await calibratedLoss({ classes: data.classes, models: [inside] }, labels))
  }
  return PENALTIES[losses.indexOf(Math.min(...losses))] ?? PENALTIES[0]
}

async function calibratedLoss(opinions: Opinions, labels: readonly number[]): Promise<number> {
  if (labels.length === 0) return 0
  const weights = await fitPoolWeights(opinions, labels)
  return labels.reduce((sum, label, row) => sum - (poolRow(opinions, weights, row)[label] as number), 0)
}
