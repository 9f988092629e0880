import type { Matrix, MatrixProduct } from '@parley/inference'
import { fitView, type ViewName, viewMatrix } from '../features/message-features'
import { crossValidate, type HeldOut } from './cross-validate'
import type { IntentCorpus } from './intent-corpus'
import type { IntentHead } from './intent-model'
import { prepareFit } from './prepare-fit'
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

/** Rows have length 1 on average, so that one range suits all views and set sizes. */
const PENALTIES = [2e-5, 3e-6] as const

/** Learns the view, chooses the penalty by validation and fits the head to all rows. */
export async function trainHead(name: ViewName, corpus: IntentCorpus, options: TrainHeadOptions): Promise<JudgedHead> {
  const { view, matrix } = fitView(name, corpus.inScope)
  const outOfScope = viewMatrix(view, corpus.outOfScope)
  const whitenedParts = name === 'layers' ? (corpus.inScope[0]?.encoding?.layers.length ?? 0) : 0
  const data = { matrix, labels: corpus.labels, classes: corpus.intents.length, whitenedParts }
  const { l2, heldOut } = await crossValidate({
    data,
    folds: corpus.folds,
    penalties: PENALTIES,
    outside: outOfScope,
    ...options,
  })
  const fit = await prepareFit(data, corpus.training, options)
  return { head: { view, l2, linear: await fit(l2) }, heldOut, inScope: matrix, outOfScope }
}

/** Labels in the order of `HeldOut.inside`. */
export function heldOutLabels(labels: readonly number[], folds: readonly Fold[]): number[] {
  return folds.flatMap((fold) => fold.validation.map((row) => labels[row] as number))
}
