import type { Matrix, MatrixProduct } from '@parley/inference'
import { inverseCholesky } from '../numeric/cholesky'
import type { LinearModel } from '../numeric/linear-model'
import { matrixOf, rowOf } from '../numeric/matrix'

/** A linear map of rows, x ↦ map·x. */
export interface Whitening {
  /** [columns, columns] */
  readonly map: Matrix
}

/** Share of the mean variance that is added in every direction: scatter learnt from few rows is not to be trusted far. */
const SHRINKAGE = 1
/** Fewer rows tell nothing about how the parts scatter together: each part then gets a map of its own, in little time. */
const ENOUGH_ROWS_A_COLUMN = 2

/**
 * The map after which examples of one class scatter alike in all directions (within-class covariance normalisation,
 * Hatch et al. 2006): directions in which wordings of the same intent differ count less, and a penalty on weights then
 * means the same everywhere. Mapped rows keep length 1 on average.
 *
 * @param rows standardised, of length 1 on average; columns are `parts` vectors side by side.
 * @param labels class of each row.
 */
export async function fitWithinClassWhitening(
  rows: Matrix,
  labels: readonly number[],
  parts: number,
  product: MatrixProduct,
): Promise<Whitening> {
  const centred = withoutClassMeans(rows, labels)
  const scatter = await product.multiply(centred, centred, { transposeA: true })
  const blocks = rows.rows < ENOUGH_ROWS_A_COLUMN * rows.columns ? parts : 1
  const map = mapOf(scatter, rows.columns / blocks)
  const mapped = await whiten(rows, { map }, product)
  const scale = Math.sqrt(mapped.rows / sumOfSquares(mapped.data))
  return { map: { ...map, data: map.data.map((value) => value * scale) } }
}

/** Maps of the diagonal blocks, each of so many columns. */
function mapOf(scatter: Matrix, size: number): Matrix {
  const map = { ...scatter, data: new Float32Array(scatter.data.length) }
  for (let first = 0; first < scatter.columns; first += size) {
    const rows = Array.from({ length: size }, (_unused, row) =>
      rowOf(scatter, first + row).subarray(first, first + size),
    )
    const own = inverseCholesky(shrunk(matrixOf(rows, size)))
    for (let row = 0; row < size; row++) map.data.set(rowOf(own, row), (first + row) * map.columns + first)
  }
  return map
}

/** The rows, mapped. */
export function whiten(rows: Matrix, { map }: Whitening, product: MatrixProduct): Promise<Matrix> {
  return product.multiply(rows, map, { transposeB: true })
}

/** A model of mapped rows as one of the rows themselves: it costs nothing more to ask. */
export async function readUnwhitened(
  model: LinearModel,
  { map }: Whitening,
  product: MatrixProduct,
): Promise<LinearModel> {
  const weights = { rows: model.columns, columns: model.classes, data: model.weights }
  const { data } = await product.multiply(map, weights, { transposeA: true })
  return { ...model, weights: data }
}

function withoutClassMeans(rows: Matrix, labels: readonly number[]): Matrix {
  const centred = { ...rows, data: rows.data.slice() }
  const members = new Map<number, number[]>()
  labels.forEach((label, row) => {
    const group = members.get(label) ?? []
    members.set(label, group)
    group.push(row)
  })
  for (const group of members.values()) subtractMean(group.map((row) => rowOf(centred, row)))
  return centred
}

/** In place. */
function subtractMean(rows: readonly Float32Array[]): void {
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const mean = rows.reduce((sum, row) => sum + (row[column] as number), 0) / rows.length
    for (const row of rows) row[column] = (row[column] as number) - mean
  }
}

/** Adds to the diagonal. Without any scatter, where each class has one example, the result is the identity. */
function shrunk({ rows: size, data, ...rest }: Matrix): Matrix {
  let trace = 0
  for (let place = 0; place < data.length; place += size + 1) trace += data[place] as number
  const result = data.slice()
  const added = trace > 0 ? (SHRINKAGE * trace) / size : 1
  for (let place = 0; place < result.length; place += size + 1) result[place] = (result[place] as number) + added
  return { ...rest, rows: size, data: result }
}

function sumOfSquares(values: Float32Array): number {
  let sum = 0
  for (const value of values) sum += value * value
  return sum
}
