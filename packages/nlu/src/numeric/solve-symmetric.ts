/**
 * Solves A·x = b for a symmetric positive definite A by elimination without pivots (Golub & Van Loan, Matrix
 * Computations, 2013, 4.1).
 *
 * @param matrix row by row; it is left as it was.
 */
export function solveSymmetric(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length
  const [rows, solution] = [matrix.slice(), right.slice()]
  const at = (row: number, column: number): number => rows[row * size + column] as number
  for (let pivot = 0; pivot < size; pivot++) {
    for (let row = pivot + 1; row < size; row++) {
      const factor = at(row, pivot) / at(pivot, pivot)
      for (let column = pivot; column < size; column++)
        rows[row * size + column] = at(row, column) - factor * at(pivot, column)
      solution[row] = (solution[row] as number) - factor * (solution[pivot] as number)
    }
  }
  for (let row = size - 1; row >= 0; row--) {
    let rest = solution[row] as number
    for (let column = row + 1; column < size; column++) rest -= at(row, column) * (solution[column] as number)
    solution[row] = rest / at(row, row)
  }
  return solution
}
