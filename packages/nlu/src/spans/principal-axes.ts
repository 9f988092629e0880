import type { Matrix, MatrixProduct } from '@parley/inference'
import { createRandom } from '../numeric/random'

const ROUNDS = 12

/**
 * The axes along which the rows vary most, by orthogonal iteration (Golub & Van Loan, Matrix Computations, 2013, 8.2):
 * a subspace near the leading one is all that is asked for, not its exact basis.
 *
 * @param rows centred.
 * @returns [columns, count], orthonormal columns.
 */
export async function principalAxes(rows: Matrix, count: number, product: MatrixProduct): Promise<Matrix> {
  const covariance = await product.multiply(rows, rows, { transposeA: true })
  const random = createRandom(1)
  let axes: Matrix = {
    rows: rows.columns,
    columns: count,
    data: Float32Array.from({ length: rows.columns * count }, () => random() - 0.5),
  }
  for (let round = 0; round < ROUNDS; round++) {
    orthonormalise(axes)
    axes = await product.multiply(covariance, axes)
  }
  orthonormalise(axes)
  return axes
}

/** Modified Gram–Schmidt over the columns, in place. */
function orthonormalise({ rows, columns, data }: Matrix): void {
  for (let column = 0; column < columns; column++) {
    for (let earlier = 0; earlier < column; earlier++) {
      const shared = columnDot(data, columns, rows, column, earlier)
      for (let row = 0; row < rows; row++) {
        const at = row * columns
        data[at + column] = (data[at + column] as number) - shared * (data[at + earlier] as number)
      }
    }
    const length = Math.sqrt(columnDot(data, columns, rows, column, column))
    for (let place = column; place < data.length; place += columns) {
      data[place] = length === 0 ? 0 : (data[place] as number) / length
    }
  }
}

function columnDot(data: Float32Array, columns: number, rows: number, left: number, right: number): number {
  let sum = 0
  for (let row = 0; row < rows; row++)
    sum += (data[row * columns + left] as number) * (data[row * columns + right] as number)
  return sum
}
