import { describe, expect, it } from 'vitest'
import { DenseIndex, quantiseVector } from './dense-index'
import { packVectors, unpackVectors } from './document-segment'

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
    const index = new DenseIndex(384)
    for (let slot = 0; slot < 600; slot++) index.set(slot, quantiseVector(unit(slot + 1)))
    const query = unit(9_999)
    for (let slot = 0; slot < 600; slot++) {
      const exact = unit(slot + 1).reduce((sum, value, at) => sum + value * query[at]!, 0)
      expect(Math.abs(index.score(query, slot)! - exact)).toBeLessThan(0.01)
    }
  })

  it('are forgotten, numbers and all', () => {
    const index = new DenseIndex(384)
    index.set(3, quantiseVector(unit(1)))
    expect(index.score(unit(1), 3)).toBeCloseTo(1, 2)
    index.remove(3)
    expect(index.score(unit(1), 3)).toBeUndefined()
    expect(index.get(3)).toBeUndefined()
  })

  it('survive being stored', () => {
    const vectors = [quantiseVector(unit(1)), quantiseVector(unit(2))]
    const stored = unpackVectors(packVectors(vectors), 2, 384)
    expect(stored.map((vector) => vector.bytes)).toEqual(vectors.map((vector) => vector.bytes))
    expect(stored[0]!.scale).toBeCloseTo(vectors[0]!.scale, 7)
    expect(() => unpackVectors(new Uint8Array(10), 2, 384)).toThrow(RangeError)
  })
})
