import type { Matrix } from '@parley/inference'
import type { LinearModel } from '../numeric/linear-model'
import { concatenateRows, matrixOf } from '../numeric/matrix'
import { fitSoftmaxRegression } from '../numeric/softmax-regression'
import { crossValidate } from './cross-validate'
import type { IntentCorpus } from './intent-corpus'
import type { JudgedHead, TrainHeadOptions } from './train-head'

/** A scope head with its held-out log-odds of "out of scope". */
export interface JudgedScopeHead {
  readonly linear: LinearModel
  /** By row of the corpus's messages in scope. */
  readonly inScope: ReadonlyMap<number, number>
  /** Those held out, in no order. */
  readonly outOfScope: ReadonlyMap<number, number>
}

/** Scope is told from few examples: a stronger penalty than for intents. */
export const SCOPE_PENALTY = 1e-4
/** Fewer tell nothing about what lies outside. */
const MIN_EXAMPLES = 10

/** Learns to tell messages in scope from those outside, from one head's view; null where too few are outside. */
export async function trainScopeHead(
  { inScope, outOfScope }: JudgedHead,
  { scopeFolds }: IntentCorpus,
  { product, signal }: TrainHeadOptions,
): Promise<JudgedScopeHead | null> {
  if (outOfScope.rows < MIN_EXAMPLES) return null
  const data = {
    ...scopeRows(inScope, outOfScope),
    classes: 2,
    whitenedParts: 0,
  }
  const outside = matrixOf([], inScope.columns)
  const { heldOut } = await crossValidate({
    data,
    folds: scopeFolds,
    penalties: [SCOPE_PENALTY],
    product,
    outside,
    signal,
  })
  const linear = await fitSoftmaxRegression({ ...data, features: data.matrix, l2: SCOPE_PENALTY, product, signal })
  const rows = scopeFolds.flatMap((fold) => fold.validation)
  const logOdds = rows.map((row, place) => [row, logOddsAt(heldOut.inside, place)] as const)
  return {
    linear,
    inScope: new Map(logOdds.filter(([row]) => row < inScope.rows)),
    outOfScope: new Map(
      logOdds.filter(([row]) => row >= inScope.rows).map(([row, value]) => [row - inScope.rows, value]),
    ),
  }
}

/** Log-odds of class 1 in row `place` of log-probabilities [rows, 2]. */
export function logOddsAt(logProbabilities: Float32Array, place: number): number {
  return (logProbabilities[2 * place + 1] as number) - (logProbabilities[2 * place] as number)
}

/** In scope and then out of it, one row a message. */
export function scopeRows(inScope: Matrix, outOfScope: Matrix) {
  return {
    matrix: concatenateRows(inScope, outOfScope),
    labels: [...Array<number>(inScope.rows).fill(0), ...Array<number>(outOfScope.rows).fill(1)],
  }
}
