import type { Matrix, MatrixProduct } from '@parley/inference'
import { fitWithinClassWhitening, readUnwhitened, whiten } from '../features/within-class-whitening'
import type { LinearModel } from '../numeric/linear-model'
import { selectRows } from '../numeric/matrix'
import { fitSoftmaxRegression } from '../numeric/softmax-regression'

export interface LabelledRows {
  readonly matrix: Matrix
  readonly labels: readonly number[]
  readonly classes: number
  /** Vectors side by side in a row that are to be whitened within classes: the encoder's layers; 0 where none are. */
  readonly whitenedParts: number
}

/** Fits a model of the rows under a penalty. */
export type Fit = (l2: number) => Promise<LinearModel>

/** Does what all penalties share: picks the rows and, if wished, learns their whitening from them alone. */
export async function prepareFit(
  { matrix, labels, classes, whitenedParts }: LabelledRows,
  rows: readonly number[],
  { product, signal }: { readonly product: MatrixProduct; readonly signal?: AbortSignal | undefined },
): Promise<Fit> {
  const own = selectRows(matrix, rows)
  const training = { product, labels: rows.map((row) => labels[row] as number), classes, signal }
  if (whitenedParts === 0) return (l2) => fitSoftmaxRegression({ ...training, features: own, l2 })
  const whitening = await fitWithinClassWhitening(own, training.labels, whitenedParts, product)
  const features = await whiten(own, whitening, product)
  return async (l2) => readUnwhitened(await fitSoftmaxRegression({ ...training, features, l2 }), whitening, product)
}
