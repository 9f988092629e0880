import { expect, it } from 'vitest'
import { isInFence } from './is-in-fence'

it.each([
  ['', false],
  ['words ``` and words\n', false],
  ['```', false],
  ['```\n', true],
  ['```ts\nconst one = 1\n', true],
  ['```ts\nconst one = 1\n```\n', false],
  ['````\n```\n', true],
  ['~~~\n```\n', true],
  ['```\none\n```\n\n```\ntwo', true],
])('says of what ends after %j whether it is code: %s', (before, expected) => {
  expect(isInFence(before)).toBe(expected)
})
