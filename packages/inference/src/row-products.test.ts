import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import openWabt from 'wabt'
import { createRowProducts, createUnitProducts } from './row-products'

test('the kernel is what its text compiles to: run vitest with -u when the text changed', async () => {
  const wabt = await openWabt()
  const text = await readFile(new URL('row-products.wat', import.meta.url), 'utf8')
  const { buffer } = wabt.parseWat('row-products.wat', text, { simd: true }).toBinary({})
  await expect(`${JSON.stringify(Buffer.from(buffer).toString('base64'))}\n`).toMatchFileSnapshot(
    './row-products.wasm.json',
  )
})

test.each([
  [1, 1],
  [3, 16],
  [7, 33],
  [2000, 384],
])('%i rows of %i numbers are multiplied as by a plain loop', (rows, columns) => {
  const data = Float32Array.from({ length: rows * columns }, (_unused, at) => Math.sin(at))
  const vector = Float32Array.from({ length: columns }, (_unused, at) => Math.cos(at))
  const product = createRowProducts({ rows, columns, data })(vector)
  expect(product).toHaveLength(rows)
  product.forEach((value, row) => {
    const expected = vector.reduce((sum, other, at) => sum + other * (data[row * columns + at] as number), 0)
    expect(value).toBeCloseTo(expected, 4)
  })
})

test.each([
  [1, 1],
  [5, 70],
  [500, 384],
])('%i unit rows of %i numbers give cosines, of the most alike and the least, too', (rows, columns) => {
  const unit = (of: (at: number) => number) => {
    const vector = Float32Array.from({ length: columns }, (_unused, at) => of(at))
    const length = Math.hypot(...vector)
    return vector.map((value) => value / length)
  }
  const all = Array.from({ length: rows }, (_unused, row) => unit((at) => Math.sin(1 + at * (row + 1))))
  const data = Float32Array.from(all.flatMap((row) => [...row]))
  const multiply = createUnitProducts({ rows, columns, data })
  const first = all[0] as Float32Array
  for (const vector of [first, first.map((value) => -value), unit((at) => Math.cos(at))]) {
    multiply(vector).forEach((cosine, row) => {
      const expected = vector.reduce((sum, value, at) => sum + value * (all[row]?.[at] as number), 0)
      expect(Math.abs(cosine - expected)).toBeLessThan(0.0001)
    })
  }
})

test('one product does not change when the next is made', () => {
  const multiply = createRowProducts({ rows: 1, columns: 2, data: Float32Array.of(1, 2) })
  const first = multiply(Float32Array.of(1, 0))
  multiply(Float32Array.of(0, 1))
  expect([...first]).toEqual([1])
})

test('a vector of another length is refused', () => {
  const multiply = createRowProducts({ rows: 1, columns: 2, data: Float32Array.of(1, 2) })
  expect(() => multiply(Float32Array.of(1))).toThrow(RangeError)
})

test('no rows give no products', () => {
  expect(createRowProducts({ rows: 0, columns: 4, data: new Float32Array(0) })(new Float32Array(4))).toHaveLength(0)
})
