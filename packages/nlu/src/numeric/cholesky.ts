import type { Matrix } from '@parley/inference'

/**
 * The inverse of the Cholesky factor of a symmetric positive definite matrix S = L·Lᵀ (Golub & Van Loan, Matrix
 * Computations, 2013, 4.2): multiplied by it, columns with covariance S have the identity's.
 *
 * @returns L⁻¹, lower triangular.
 * @throws RangeError when the matrix is not positive definite.
 */
export function inverseCholesky(matrix: Matrix): Matrix {
  const size = matrix.rows
  const inverse = invertLower(factorise(matrix))
  const data = new Float32Array(size * size)
  inverse.forEach((row, index) => {
    data.set(row, index * size)
  })
  return { rows: size, columns: size, data }
}

/**
 * Solves S·x = b for each of several b.
 *
 * @throws RangeError when the matrix is not positive definite.
 */
export function solvePositiveDefinite(matrix: Symmetric, rights: readonly Float64Array[]): Float64Array[] {
  const lower = factorise(matrix)
  return rights.map((right) => backward(lower, forward(lower, right)))
}

/** Row by row, of single or double precision. */
interface Symmetric {
  readonly rows: number
  readonly data: Float32Array | Float64Array
}

/** Solves L·y = b. */
function forward(lower: LowerTriangle, right: Float64Array): Float64Array {
  const solution = new Float64Array(right.length)
  lower.forEach((own, row) => {
    solution[row] = ((right[row] as number) - dot(own, solution, 0, row)) / (own[row] as number)
  })
  return solution
}

/** Solves Lᵀ·x = y. */
function backward(lower: LowerTriangle, right: Float64Array): Float64Array {
  const solution = new Float64Array(right.length)
  for (let row = right.length - 1; row >= 0; row--) {
    let rest = right[row] as number
    for (let below = row + 1; below < right.length; below++)
      rest -= (lower[below]?.[row] as number) * (solution[below] as number)
    solution[row] = rest / (lower[row]?.[row] as number)
  }
  return solution
}

/** Row i has i + 1 numbers. */
type LowerTriangle = Float64Array[]

function factorise({ rows: size, data }: Symmetric): LowerTriangle {
  const lower: LowerTriangle = []
  for (let row = 0; row < size; row++) {
    const own = Float64Array.from(data.subarray(row * size, row * size + row + 1))
    for (let column = 0; column < row; column++) {
      const other = lower[column] as Float64Array
      own[column] = ((own[column] as number) - dot(own, other, 0, column)) / (other[column] as number)
    }
    const left = (own[row] as number) - dot(own, own, 0, row)
    if (!(left > 0)) throw new RangeError('the matrix is not positive definite')
    own[row] = Math.sqrt(left)
    lower.push(own)
  }
  return lower
}

function invertLower(lower: LowerTriangle): LowerTriangle {
  // Columns of the inverse as rows: every product below runs along memory.
  const columns = lower.map((_row, column) => solveColumn(lower, column))
  return lower.map((_row, row) =>
    Float64Array.from({ length: row + 1 }, (_unused, column) => columns[column]?.[row] ?? 0),
  )
}

/** Solves L·x = e for one unit vector; x is zero before the unit's place. */
function solveColumn(lower: LowerTriangle, unit: number): Float64Array {
  const solution = new Float64Array(lower.length)
  for (let row = unit; row < lower.length; row++) {
    const own = lower[row] as Float64Array
    const wanted = row === unit ? 1 : 0
    solution[row] = (wanted - dot(own, solution, unit, row)) / (own[row] as number)
  }
  return solution
}

/** Over places `from` to `to`, `to` excluded. */
function dot(left: Float64Array, right: Float64Array, from: number, to: number): number {
  let sum = 0
  for (let place = from; place < to; place++) sum += (left[place] as number) * (right[place] as number)
  return sum
}
