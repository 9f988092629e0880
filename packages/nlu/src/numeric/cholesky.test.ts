import { createMatrixProduct, type Matrix } from '@parley/inference'
import { afterAll, expect, test } from 'vitest'
import { inverseCholesky } from './cholesky'
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
