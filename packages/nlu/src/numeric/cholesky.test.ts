import { createMatrixProduct, type Matrix } from '@parley/inference'
import { afterAll, expect, test } from 'vitest'
import { inverseCholesky, solvePositiveDefinite } from './cholesky'
import { createRandom } from './random'

const product = createMatrixProduct()
afterAll(() => product.close())

function randomCovariance(size: number): Promise<Matrix> {
  const random = createRandom(3)
  const rows = {
    rows: 3 * size,
    columns: size,
    data: Float32Array.from({ length: 3 * size * size }, () => random() - 0.5),
  }
  return product.multiply(rows, rows, { transposeA: true })
}

test('the inverse factor turns the matrix into the identity', async () => {
  const matrix = await randomCovariance(20)
  const map = inverseCholesky(matrix)
  const identity = await product.multiply(await product.multiply(map, matrix), map, { transposeB: true })
  for (let row = 0; row < 20; row++) {
    for (let column = 0; column < 20; column++) {
      expect(identity.data[row * 20 + column]).toBeCloseTo(row === column ? 1 : 0, 4)
    }
  }
  expect(map.data[1], 'lower triangular').toBe(0)
})

test('a matrix that is not positive definite is refused', () => {
  expect(() => inverseCholesky({ rows: 2, columns: 2, data: Float32Array.from([1, 2, 2, 1]) })).toThrow(RangeError)
})

test('what is solved for comes back when it is multiplied out, and the matrix is left alone', () => {
  const matrix = Float64Array.from([4, 1, 0.5, 1, 3, -1, 0.5, -1, 2])
  const before = matrix.slice()
  const [x, y, z] = solvePositiveDefinite({ rows: 3, data: matrix }, [Float64Array.from([7.5, 3.5, 5])])[0]!
  expect(matrix).toEqual(before)
  const product = [4 * x! + y! + 0.5 * z!, x! + 3 * y! - z!, 0.5 * x! - y! + 2 * z!]
  for (const [index, wanted] of [7.5, 3.5, 5].entries()) expect(product[index]).toBeCloseTo(wanted, 12)
})
