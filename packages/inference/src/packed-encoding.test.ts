import { expect, test } from 'vitest'
import type { Encoding, PooledStates } from './encoder'
import { packEncoding, unpackEncoding } from './packed-encoding'

let last = 0
const vector = (): Float32Array => Float32Array.from({ length: 3 }, () => ++last)
const states = (): PooledStates => ({ sentence: vector(), layers: [vector(), vector()] })
const plain: Encoding = { ...states(), tokenCount: 5, isTruncated: false }
const rich: Encoding = {
  ...plain,
  parts: [
    { start: 0, end: 4, states: states() },
    { start: 5, end: 6, states: null },
    { start: 7, end: 9, states: states() },
  ],
  tokens: [
    { start: 0, end: 4, piece: '▁book', state: vector() },
    { start: 5, end: 9, piece: '▁it', state: vector() },
  ],
}

test.each([
  ['with tokens and parts', rich],
  ['without', plain],
  ['with none of either', { ...plain, parts: [], tokens: [] }],
])('an encoding comes out as it went in, %s', (_name, encoding) => {
  expect(unpackEncoding(structuredClone(packEncoding(encoding)))).toEqual(encoding)
})

test('what is unpacked keeps nothing of what came with it', () => {
  const packed = packEncoding(rich)
  const message = new Float32Array(1_000)
  message.set(packed.numbers, 100)
  const numbers = message.subarray(100, 100 + packed.numbers.length)
  const { sentence, layers, tokens } = unpackEncoding({ ...packed, numbers })
  expect(sentence.buffer.byteLength).toBe(packed.numbers.byteLength)
  expect(new Set([sentence, ...layers, tokens?.[0]?.state].map((view) => view?.buffer)).size).toBe(1)
})
