import { expect, test } from 'vitest'
import { normaliseText } from './text-normaliser'

const map = new Map<number, readonly number[]>([
  [0xff21, [0x41]],
  [0x0a, [0x20]],
  [0xfffd, [0x20]],
  [0x07, []],
  [0x337f, [0x682a, 0x5f0f]],
])

function show(text: string, maxLength?: number): string {
  const { codePoints, length } = normaliseText(text, map, maxLength)
  return String.fromCodePoint(...codePoints.subarray(0, length))
}

test('a space is put in front, runs of spaces become one and spaces at the end go', () => {
  expect(show('a  b\n c  ')).toBe('▁a▁b▁c')
  expect(show('  a')).toBe('▁a')
  expect(show('')).toBe('')
})

test('the map replaces, expands and removes code points', () => {
  expect(show('Ａ\u0007㍿')).toBe('▁A株式')
})

test('every code point knows the UTF-16 range it came from', () => {
  const { starts, ends } = normaliseText('😀㍿x', map)
  expect([...starts]).toEqual([0, 0, 2, 2, 3])
  expect([...ends]).toEqual([0, 2, 3, 3, 4])
})

test('a lone surrogate is read as the replacement character and breaks nothing', () => {
  expect(show('a\ud800b')).toBe('▁a▁b')
})

test('text beyond the limit is not read, and that is told', () => {
  expect(normaliseText('abcdef', map, 3)).toMatchObject({ length: 3, isCut: true })
  expect(normaliseText('ab', map, 3)).toMatchObject({ length: 3, isCut: false })
})
