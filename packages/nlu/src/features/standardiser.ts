import type { Matrix } from '@parley/inference'

/** Shifts and scales each column. */
export interface Standardiser {
  readonly mean: Float32Array
  readonly scale: Float32Array
}

/**
 * Column means and scales such that a standardised row has length 1 on average: one penalty then suits feature sets of
 * any width. A column that never changes is left out (scale 0).
 */
export function fitStandardiser({ rows, columns, data }: Matrix): Standardiser {
  const sums = new Float64Array(columns)
  const squares = new Float64Array(columns)
  for (let index = 0; index < data.length; index++) {
    const value = data[index] as number
    sums[index % columns] = (sums[index % columns] as number) + value
    squares[index % columns] = (squares[index % columns] as number) + value * value
  }
  const mean = Float32Array.from(sums, (sum) => sum / rows)
  const scale = Float32Array.from(squares, (square, column) => {
    const variance = square / rows - ((sums[column] as number) / rows) ** 2
    return variance > 1e-12 ? 1 / Math.sqrt(variance * columns) : 0
  })
  return { mean, scale }
}

/** A standardised copy of one row. */
export function standardise(row: Float32Array, { mean, scale }: Standardiser): Float32Array {
  const result = new Float32Array(row.length)
  for (let column = 0; column < row.length; column++) {
    result[column] = ((row[column] as number) - (mean[column] as number)) * (scale[column] as number)
  }
  return result
}
