import type { Matrix, MatrixProduct } from '@parley/inference'
import { fitWithinClassWhitening, readUnwhitened, whiten } from '../features/within-class-whitening'
import type { LinearModel } from '../numeric/linear-model'
import { selectRows } from '../numeric/matrix'
import { fitSoftmaxRegression } from '../numeric/softmax-regression'

export interface LabelledRows {
  readonly matrix: Matrix
  readonly labels: readonly number[]
  readonly classes: number
  /** Whether to learn, with the model, which directions tell the classes apart: for the encoder's layers. */
  readonly isWhitened: boolean
}

/** Fits a model of the rows under a penalty. */
export type Fit = (l2: number) => Promise<LinearModel>

/** Does what all penalties share: picks the rows and, if wished, learns their whitening from them alone. */
export async function prepareFit(
  { matrix, labels, classes, isWhitened }: LabelledRows,
  rows: readonly number[],
  { product, signal }: { readonly product: MatrixProduct; readonly signal?: AbortSignal | undefined },
): Promise<Fit> {
  const own = selectRows(matrix, rows)
  const training = { product, labels: rows.map((row) => labels[row] as number), classes, signal }
  if (!isWhitened) return (l2) => fitSoftmaxRegression({ ...training, features: own, l2 })
  const whitening = await fitWithinClassWhitening(own, training.labels, product)
  const features = await whiten(own, whitening, product)
  return async (l2) => readUnwhitened(await fitSoftmaxRegression({ ...training, features, l2 }), whitening, product)
}
