import { describe, expect, it } from 'vitest'
import { contentDisposition } from './content-disposition'
import { parseRange } from './parse-range'

describe('a range', () => {
  it.each([
    ['bytes=0-0', 10, { start: 0, end: 0 }],
    ['bytes=0-99', 10, { start: 0, end: 9 }],
    ['bytes=-99', 10, { start: 0, end: 9 }],
    ['bytes=9-', 10, { start: 9, end: 9 }],
    ['bytes=-0', 10, 'unsatisfiable'],
    ['bytes=0-', 0, 'unsatisfiable'],
    ['bytes=4-2', 10, null],
    ['bytes=-', 10, null],
    ['items=0-1', 10, null],
    [undefined, 10, null],
  ])('%s of %d bytes', (header, size, expected) => {
    expect(parseRange(header, size)).toEqual(expected)
  })
})

describe('the name of a download', () => {
  it('cannot leave its quotes, its line or its folder', () => {
    const disposition = contentDisposition('../a"b\r\nset-cookie: c\\d%.txt')
    expect(disposition).toBe(
      `attachment; filename=".._a_b__set-cookie: c_d_.txt"; filename*=UTF-8''.._a%22b__set-cookie%3A%20c_d%25.txt`,
    )
  })
})
