import { expect, it } from 'vitest'
import { DocumentPlaces } from './document-places'

it('gives whoever may read the same collections one reader, until something moves', () => {
  const places = new DocumentPlaces()
  places.put('policy', 'handbook')
  const reader = places.readerOf(['handbook', 'board'])
  expect(places.readerOf(['board', 'handbook'])).toBe(reader)
  expect(places.readerOf(['handbook'])).not.toBe(reader)
  places.put('policy', 'archive')
  expect(places.readerOf(['board', 'handbook'])).not.toBe(reader)
})

it('a reader reads the documents of its collections as they are now, and no other', () => {
  const places = new DocumentPlaces()
  places.put('policy', 'handbook')
  const reader = places.readerOf(['handbook'])
  expect([reader('policy'), reader('minutes')]).toEqual([true, false])
  places.remove('policy')
  expect(reader('policy')).toBe(false)
})

it('names the documents of a collection in the order of their ids', () => {
  const places = new DocumentPlaces()
  for (const [id, of] of [
    ['c', 'handbook'],
    ['a', 'handbook'],
    ['b', 'board'],
  ] as const)
    places.put(id, of)
  expect(places.within('handbook')).toEqual(['a', 'c'])
})
