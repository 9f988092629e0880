import { afterAll, expect, test } from 'vitest'
import { createMatrixProduct, type Matrix } from './matrix-product'

const product = createMatrixProduct()
afterAll(() => product.close())

const matrix = (rows: number, columns: number, ...data: number[]): Matrix => ({
  rows,
  columns,
  data: Float32Array.from(data),
})

const A = matrix(2, 3, 1, 2, 3, 4, 5, 6)
const B = matrix(3, 2, 1, 0, 0, 1, 1, 1)

test('a product is rows times columns', async () => {
  expect(await product.multiply(A, B)).toEqual(matrix(2, 2, 4, 5, 10, 11))
})

test('either side can be transposed', async () => {
  expect(await product.multiply(A, A, { transposeB: true })).toEqual(matrix(2, 2, 14, 32, 32, 77))
  expect(await product.multiply(A, A, { transposeA: true })).toEqual(matrix(3, 3, 17, 22, 27, 22, 29, 36, 27, 36, 45))
  expect(await product.multiply(B, A, { transposeA: true, transposeB: true })).toEqual(matrix(2, 2, 4, 10, 5, 11))
})

test('sizes that do not fit are refused', async () => {
  await expect(product.multiply(A, A)).rejects.toThrow(/inner sizes differ: 3 and 2/)
  await expect(product.multiply(matrix(2, 2, 1), A)).rejects.toThrow(/1 numbers are not 2 × 2/)
})
