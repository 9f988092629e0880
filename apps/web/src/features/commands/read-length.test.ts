import { expect, it } from 'vitest'
import { readLength } from './read-length'

it.each([
  ['2h', 7_200_000],
  ['90 min', 5_400_000],
  ['1.5小时', 5_400_000],
  ['30 分钟', 1_800_000],
  ['1 day', 86_400_000],
  ['until five', null],
  ['2', null],
  ['2 parsecs', null],
])('reads how long "%s" is', (words, expected) => {
  expect(readLength(words)).toBe(expected)
})
