import type { Matrix, MatrixProduct } from '@parley/inference'
import type { LinearModel } from '../numeric/linear-model'
import { selectRows } from '../numeric/matrix'
import { fitSoftmaxRegression, predictLogProbabilities } from '../numeric/softmax-regression'
import type { Fold } from './stratified-folds'

export interface LabelledRows {
  readonly matrix: Matrix
  readonly labels: readonly number[]
  readonly classes: number
}

export interface CrossValidateOptions {
  readonly data: LabelledRows
  readonly folds: readonly Fold[]
  readonly l2: number
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

/** Predicts every validation row by a model of its fold. */
export async function crossValidate(options: CrossValidateOptions): Promise<HeldOut> {
  const inside: Float32Array[] = []
  let outside: Float32Array = new Float32Array(0)
  for (const [index, fold] of options.folds.entries()) {
    const model = await fitFold(options, fold)
    inside.push(await predictLogProbabilities(model, selectRows(options.data.matrix, fold.validation), options.product))
    if (index === 0) outside = await predictLogProbabilities(model, options.outside, options.product)
  }
  return { inside: concatenate(inside), outside }
}

function fitFold({ data, l2, product, signal }: CrossValidateOptions, { training }: Fold): Promise<LinearModel> {
  const labels = training.map((row) => data.labels[row] as number)
  const features = selectRows(data.matrix, training)
  return fitSoftmaxRegression({ product, features, labels, classes: data.classes, l2, signal })
}

function concatenate(parts: readonly Float32Array[]): Float32Array {
  const joined = new Float32Array(parts.reduce((length, part) => length + part.length, 0))
  let start = 0
  for (const part of parts) {
    joined.set(part, start)
    start += part.length
  }
  return joined
}
