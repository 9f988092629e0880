import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import openWabt from 'wabt'
import { ByteRows } from './byte-rows'

test('the kernel is what its text compiles to: run vitest with -u when the text changed', async () => {
  const wabt = await openWabt()
  const text = await readFile(new URL('byte-rows.wat', import.meta.url), 'utf8')
  const { buffer } = wabt.parseWat('byte-rows.wat', text, { simd: true }).toBinary({})
  await expect(`${JSON.stringify(Buffer.from(buffer).toString('base64'))}\n`).toMatchFileSnapshot(
    './byte-rows.wasm.json',
  )
})

test.each([
  [1, 1],
  [3, 32],
  [7, 33],
  [20_000, 384],
])('%i rows of %i bytes are multiplied as by a plain loop', (count, columns) => {
  const rows = new ByteRows(columns)
  const rowOf = (row: number) =>
    Int8Array.from({ length: columns }, (_, at) => Math.round(127 * Math.sin(row * 7 + at)))
  for (let row = 0; row < count; row++) rows.set(row, rowOf(row))
  const vector = Int16Array.from({ length: columns }, (_, at) => Math.round(rows.largestNumber * Math.cos(at)))
  const expectedOf = (row: number) => rowOf(row).reduce((sum, byte, at) => sum + byte * vector[at]!, 0)
  let next = Math.min(1, count - 1)
  rows.multiply(vector, next, count, (first, products) => {
    expect(first).toBe(next)
    expect(products[0]).toBe(expectedOf(first))
    expect(products.at(-1)).toBe(expectedOf(first + products.length - 1))
    next += products.length
  })
  expect(next).toBe(count)
})

test('the largest numbers stay within 32 bits', () => {
  for (const columns of [384, 768, 1024]) {
    const rows = new ByteRows(columns)
    rows.set(0, new Int8Array(columns).fill(-127))
    const vector = new Int16Array(columns).fill(rows.largestNumber)
    rows.multiply(vector, 0, 1, (_, [product]) => expect(product).toBe(-127 * columns * rows.largestNumber))
  }
})

test('rows keep their bytes while more are set, and can be moved', () => {
  const rows = new ByteRows(3)
  rows.set(0, Int8Array.of(1, 2, 3))
  rows.set(100_000, Int8Array.of(4, 5, 6))
  expect([...rows.at(0)]).toEqual([1, 2, 3])
  rows.move(100_000, 0)
  expect([...rows.at(0)]).toEqual([4, 5, 6])
})

test('a row of another length is refused', () => {
  expect(() => new ByteRows(2).set(0, Int8Array.of(1))).toThrow(RangeError)
})
