import type { Matrix, MatrixProduct } from '@parley/inference'
import { concatenate } from '../numeric/concatenate'
import { selectRows } from '../numeric/matrix'
import { predictLogProbabilities } from '../numeric/softmax-regression'
import { fitPoolWeights, type Opinions, poolRow } from './opinion-pool'
import { type Fit, type LabelledRows, prepareFit } from './prepare-fit'
import type { Fold } from './stratified-folds'

export interface CrossValidateOptions {
  readonly data: LabelledRows
  readonly folds: readonly Fold[]
  /** To choose from, by the first fold; the first one where nothing is held out. */
  readonly penalties: readonly [number, ...number[]]
  readonly product: MatrixProduct
  /** Rows that no fold learns from, judged by the first fold's model. */
  readonly outside: Matrix
  readonly signal?: AbortSignal | undefined
}

/** Log-probabilities by models that had not learnt from the rows. */
export interface HeldOut {
  /** The folds' validation rows, fold after fold: [rows, classes]. */
  readonly inside: Float32Array
  /** [outside.rows, classes]; empty without folds. */
  readonly outside: Float32Array
}

/** Chooses the penalty and predicts every validation row by a model of its fold. */
export async function crossValidate(options: CrossValidateOptions): Promise<{ l2: number; heldOut: HeldOut }> {
  const [first, ...others] = options.folds
  const best = first && (await tryPenalties(options, first))
  const l2 = best?.l2 ?? options.penalties[0]
  const inside = best ? [best.inside] : []
  for (const fold of others) inside.push((await judgeFold(options, fold, await prepareFold(options, fold), l2)).inside)
  return { l2, heldOut: { inside: concatenate(inside), outside: best?.outside ?? new Float32Array(0) } }
}

type JudgedFold = HeldOut & { readonly l2: number }

/** The penalty with the least log-loss after calibration: none must win for its temperature. */
async function tryPenalties(options: CrossValidateOptions, fold: Fold): Promise<JudgedFold> {
  const { data, penalties } = options
  const fit = await prepareFold(options, fold)
  const labels = fold.validation.map((row) => data.labels[row] as number)
  const judged: (JudgedFold & { readonly loss: number })[] = []
  for (const l2 of penalties) {
    const heldOut = await judgeFold(options, fold, fit, l2)
    const opinions = { classes: data.classes, models: [heldOut.inside] }
    judged.push({ ...heldOut, l2, loss: penalties.length > 1 ? await calibratedLoss(opinions, labels) : 0 })
  }
  return judged.reduce((best, other) => (other.loss < best.loss ? other : best))
}

const prepareFold = ({ data, product, signal }: CrossValidateOptions, { training }: Fold): Promise<Fit> =>
  prepareFit(data, training, { product, signal })

async function judgeFold(
  { data, product, outside }: CrossValidateOptions,
  { validation }: Fold,
  fit: Fit,
  l2: number,
): Promise<HeldOut> {
  const model = await fit(l2)
  return {
    inside: await predictLogProbabilities(model, selectRows(data.matrix, validation), product),
    outside: await predictLogProbabilities(model, outside, product),
  }
}

async function calibratedLoss(opinions: Opinions, labels: readonly number[]): Promise<number> {
  const weights = await fitPoolWeights(opinions, labels)
  return labels.reduce((sum, label, row) => sum - (poolRow(opinions, weights, row)[label] as number), 0)
}
