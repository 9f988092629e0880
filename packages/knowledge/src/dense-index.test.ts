import { describe, expect, it } from 'vitest'
import { DenseIndex } from './dense-index'
import { packVectors, unpackVectors } from './document-segment'
import { quantiseVector } from './quantised-vector'
import { vectorCode } from './vector-code'

const CODE = vectorCode('nameless', 384)

function unit(seed: number, size = 384): Float32Array {
  let state = seed
  const values = Float32Array.from({ length: size }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 1_073_741_824 - 1
  })
  const length = Math.hypot(...values)
  return values.map((value) => value / length)
}

describe('8-bit vectors', () => {
  it('score within a hundredth of 32-bit ones', () => {
    const index = new DenseIndex(384, CODE)
    for (let slot = 0; slot < 600; slot++) index.set(slot, quantiseVector(unit(slot + 1)))
    const query = unit(9_999)
    const products = new Float32Array(600)
    index.score(query, [{ first: 0, end: 600 }], products)
    for (let slot = 0; slot < 600; slot++) {
      const exact = unit(slot + 1).reduce((sum, value, at) => sum + value * query[at]!, 0)
      expect(Math.abs(products[slot]! - exact)).toBeLessThan(0.01)
    }
  })

  it('score as their plain products with the query, whose rounding is nothing beside theirs', () => {
    const index = new DenseIndex(384, CODE)
    for (let slot = 0; slot < 50; slot++) index.set(slot, quantiseVector(unit(slot + 1)))
    const query = unit(9_999)
    const products = new Float32Array(50)
    index.score(query, [{ first: 0, end: 50 }], products)
    for (const [slot, product] of products.entries()) expect(product).toBeCloseTo(index.dot(slot, query), 5)
  })

  it('are scored in the ranges asked for, and nowhere else', () => {
    const index = new DenseIndex(384, CODE)
    for (let slot = 0; slot < 5; slot++) index.set(slot, quantiseVector(unit(slot + 1)))
    const products = new Float32Array(5)
    index.score(
      unit(3),
      [
        { first: 1, end: 2 },
        { first: 4, end: 5 },
      ],
      products,
    )
    expect([...products].map((product) => product !== 0)).toEqual([false, true, false, false, true])
  })

  it('are forgotten, numbers and all', () => {
    const index = new DenseIndex(384, CODE)
    index.set(3, quantiseVector(unit(1)))
    expect(index.dot(3, unit(1))).toBeCloseTo(1, 2)
    index.move(3, 1)
    expect(index.dot(1, unit(1))).toBeCloseTo(1, 2)
    expect(index.at(3).bytes.every((byte) => byte === 0)).toBe(true)
    index.remove(1)
    expect(index.dot(1, unit(1))).toBe(0)
  })

  it('survive being stored', () => {
    const vectors = [quantiseVector(unit(1)), quantiseVector(unit(2))]
    const stored = unpackVectors(packVectors(vectors), 2, 384)
    expect(stored.map((vector) => vector.bytes)).toEqual(vectors.map((vector) => vector.bytes))
    expect(stored[0]!.scale).toBeCloseTo(vectors[0]!.scale, 7)
    expect(() => unpackVectors(new Uint8Array(10), 2, 384)).toThrow(RangeError)
  })
})
