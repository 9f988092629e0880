import type { Matrix, MatrixProduct } from '@parley/inference'
import { fitView, type ViewName } from '../features/message-features'
import type { Fold } from '../intents/stratified-folds'
import { predictLogits } from '../numeric/linear-model'
import { fitLogisticRegression } from '../numeric/logistic-regression'
import { matrixOf, rowOf, selectRows } from '../numeric/matrix'
import type { LabelCorpus } from './label-corpus'
import type { LabelHead } from './label-model'

/** A head with its log-odds [held-out rows, labels] of rows that the predicting model had not learnt from. */
export interface JudgedLabelHead {
  readonly head: LabelHead
  readonly heldOut: Matrix
}

export interface TrainLabelHeadOptions {
  readonly product: MatrixProduct
  readonly signal?: AbortSignal | undefined
}

/** Rows have length 1 on average, so that one range suits all views and set sizes. */
const PENALTIES = [1e-3, 3e-4, 1e-4, 2e-5, 4e-6] as const

/** Learns the view, chooses the penalty by held-out log-loss and fits the head to all rows. */
export async function trainLabelHead(
  name: ViewName,
  { messages, targets, folds }: LabelCorpus,
  options: TrainLabelHeadOptions,
): Promise<JudgedLabelHead> {
  const { view, matrix } = fitView(name, messages)
  const data = { ...options, features: matrix, targets }
  const l2 = await choosePenalty(data, folds)
  const parts: Matrix[] = []
  for (const fold of folds) parts.push(await predictFold(data, fold, l2))
  return {
    head: { view, l2, linear: await fitLogisticRegression({ ...data, l2 }) },
    heldOut: concatenate(parts, targets.columns),
  }
}

/** The targets in the order of `JudgedLabelHead.heldOut`. */
export function heldOutTargets({ targets, folds }: LabelCorpus): Matrix {
  return selectRows(
    targets,
    folds.flatMap(({ validation }) => validation),
  )
}

interface FoldData extends TrainLabelHeadOptions {
  readonly features: Matrix
  readonly targets: Matrix
}

async function choosePenalty(data: FoldData, folds: readonly Fold[]): Promise<number> {
  const fold = folds[0]
  if (fold === undefined) return PENALTIES[0]
  const truth = selectRows(data.targets, fold.validation)
  const losses: number[] = []
  for (const l2 of PENALTIES) losses.push(logLoss(await predictFold(data, fold, l2), truth))
  return PENALTIES[losses.indexOf(Math.min(...losses))] ?? PENALTIES[0]
}

async function predictFold({ features, targets, product, signal }: FoldData, fold: Fold, l2: number): Promise<Matrix> {
  const training = { features: selectRows(features, fold.training), targets: selectRows(targets, fold.training) }
  const model = await fitLogisticRegression({ ...training, l2, product, signal })
  return predictLogits(model, selectRows(features, fold.validation), product)
}

function logLoss(logOdds: Matrix, targets: Matrix): number {
  return logOdds.data.reduce((sum, value, place) => {
    const signed = targets.data[place] === 1 ? value : -value
    return sum + Math.max(-signed, 0) + Math.log1p(Math.exp(-Math.abs(signed)))
  }, 0)
}

function concatenate(parts: readonly Matrix[], columns: number): Matrix {
  const rows = parts.flatMap((part) => Array.from({ length: part.rows }, (_unused, row) => rowOf(part, row)))
  return matrixOf(rows, columns)
}
