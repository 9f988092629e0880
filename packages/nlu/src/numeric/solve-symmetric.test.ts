import { expect, test } from 'vitest'
import { solveSymmetric } from './solve-symmetric'

test('what is solved for comes back when it is multiplied out, and the matrix is left alone', () => {
  const matrix = Float64Array.from([4, 1, 0.5, 1, 3, -1, 0.5, -1, 2])
  const before = matrix.slice()
  const [x, y, z] = solveSymmetric(matrix, Float64Array.from([7.5, 3.5, 5]))
  expect(matrix).toEqual(before)
  const product = [4 * x! + y! + 0.5 * z!, x! + 3 * y! - z!, 0.5 * x! - y! + 2 * z!]
  for (const [index, wanted] of [7.5, 3.5, 5].entries()) expect(product[index]).toBeCloseTo(wanted, 12)
})
