import type { Matrix, MatrixProduct } from '@parley/inference'
import { fitView, type ViewName, viewMatrix } from '../features/message-features'
import { selectRows } from '../numeric/matrix'
import { fitSoftmaxRegression } from '../numeric/softmax-regression'
import { choosePenalty } from './choose-penalty'
import { crossValidate, type HeldOut } from './cross-validate'
import type { IntentCorpus } from './intent-corpus'
import type { IntentHead } from './intent-model'
import type { Fold } from './stratified-folds'

/** A head with its predictions of rows that the predicting model had not learnt from. */
export interface JudgedHead {
  readonly head: IntentHead
  readonly heldOut: HeldOut
  readonly inScope: Matrix
  readonly outOfScope: Matrix
}

export interface TrainHeadOptions {
  readonly product: MatrixProduct
  readonly signal?: AbortSignal | undefined
}

/** Learns the view, chooses the penalty by validation and fits the head to all rows. */
export async function trainHead(
  name: ViewName,
  corpus: IntentCorpus,
  { product, signal }: TrainHeadOptions,
): Promise<JudgedHead> {
  const { view, matrix } = fitView(name, corpus.inScope)
  const outOfScope = viewMatrix(view, corpus.outOfScope)
  const data = { matrix, labels: corpus.labels, classes: corpus.intents.length }
  const l2 = await choosePenalty({ data, folds: corpus.folds, product, signal })
  const heldOut = await crossValidate({ data, folds: corpus.folds, l2, product, outside: outOfScope, signal })
  const linear = await fitSoftmaxRegression({
    features: selectRows(matrix, corpus.training),
    labels: corpus.training.map((row) => corpus.labels[row] as number),
    classes: data.classes,
    l2,
    product,
    signal,
  })
  return { head: { view, l2, linear }, heldOut, inScope: matrix, outOfScope }
}

/** Labels in the order of `HeldOut.inside`. */
export function heldOutLabels(labels: readonly number[], folds: readonly Fold[]): number[] {
  return folds.flatMap((fold) => fold.validation.map((row) => labels[row] as number))
}
