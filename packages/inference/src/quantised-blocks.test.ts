import { expect, test } from 'vitest'
import { halfToFloat, repackBlocks } from './quantised-blocks'

/** Two blocks whose nibbles run through all values, with scales 1 and 0.5. */
function sampleBlocks(): Uint8Array {
  const block = (scaleHigh: number): number[] => [
    0,
    scaleHigh,
    ...Array.from({ length: 16 }, (_, j) => (j * 37) & 0xff),
  ]
  return Uint8Array.from([...block(0x3c), ...block(0x38)])
}

function sourceValue(source: Uint8Array, index: number): number {
  const [block, within] = [Math.floor(index / 32), index % 32]
  const byte = source[block * 18 + 2 + (within % 16)]!
  const nibble = within < 16 ? byte & 15 : byte >> 4
  return [1, 0.5][block]! * (nibble - 8)
}

test('every weight keeps its value in the new layout', () => {
  const source = sampleBlocks()
  const { nibbles, scales } = repackBlocks(source)
  for (let index = 0; index < 64; index++) {
    const byte = nibbles[index >> 1]!
    const nibble = index % 2 === 0 ? byte & 15 : byte >> 4
    expect(scales[index >> 5]! * (nibble - 8)).toBe(sourceValue(source, index))
  }
})

test('signed nibbles are the same values in two’s complement', () => {
  const source = sampleBlocks()
  const { nibbles, scales } = repackBlocks(source, true)
  for (let index = 0; index < 64; index++) {
    const byte = nibbles[index >> 1]!
    const nibble = index % 2 === 0 ? byte & 15 : byte >> 4
    expect(scales[index >> 5]! * (nibble < 8 ? nibble : nibble - 16)).toBe(sourceValue(source, index))
  }
})

test('half-precision numbers of every kind are read', () => {
  expect([0x0000, 0x3c00, 0xc000, 0x3555, 0x0001, 0x7c00].map(halfToFloat)).toEqual([
    0,
    1,
    -2,
    0.333251953125,
    2 ** -24,
    Number.POSITIVE_INFINITY,
  ])
  expect(halfToFloat(0x7e00)).toBeNaN()
})

test('a piece of a block is refused', () => {
  expect(() => repackBlocks(new Uint8Array(19))).toThrow(RangeError)
})
