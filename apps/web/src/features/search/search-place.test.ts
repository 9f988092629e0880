import { expect, test } from 'vitest'
import { inChannel, readSearchPlace, searchPath } from './search-place'

test.each([
  { query: '', sort: 'newest' },
  { query: 'release "plan" & 发布 +1', sort: 'relevance' },
] as const)('the address of %j leads back to it', (place) => {
  const { search } = new URL(searchPath(place), 'https://example.org')
  expect(readSearchPlace(search)).toEqual(place)
})

test('an unknown order is the usual one', () => {
  expect(readSearchPlace('?q=x&sort=sideways')).toEqual({ query: 'x', sort: 'newest' })
})

test('a channel with spaces in its name stands in quotes', () => {
  expect(inChannel('general')).toBe('in:#general ')
  expect(inChannel('secret plans')).toBe('in:"secret plans" ')
})
