import type { Matrix } from '@parley/inference'
import { concatenate } from './concatenate'

/** A matrix of the rows given, all of one length. */
export function matrixOf(rows: readonly Float32Array[], columns: number): Matrix {
  const data = new Float32Array(rows.length * columns)
  rows.forEach((row, index) => {
    data.set(row, index * columns)
  })
  return { rows: rows.length, columns, data }
}

export function rowOf(matrix: Matrix, row: number): Float32Array {
  return matrix.data.subarray(row * matrix.columns, (row + 1) * matrix.columns)
}

export function transposed({ rows, columns, data }: Matrix): Matrix {
  const turned = new Float32Array(data.length)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++)
      turned[column * rows + row] = data[row * columns + column] as number
  }
  return { rows: columns, columns: rows, data: turned }
}

/** The rows named, in that order. */
export function selectRows(matrix: Matrix, rows: readonly number[]): Matrix {
  return matrixOf(
    rows.map((row) => rowOf(matrix, row)),
    matrix.columns,
  )
}

/** One under the other; of one width. */
export function concatenateRows(top: Matrix, bottom: Matrix): Matrix {
  return { rows: top.rows + bottom.rows, columns: top.columns, data: concatenate([top.data, bottom.data]) }
}
