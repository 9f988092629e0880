import { expect, test } from 'vitest'
import { excerptOf } from './excerpt-of'

const shown = (text: string, matches: readonly { start: number; end: number }[]) =>
  excerptOf(text, matches).map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text))

test('a short message is shown whole, cut at its matches', () => {
  expect(shown('we met giraffes', [{ start: 3, end: 6 }])).toEqual(['we ', '[met]', ' giraffes'])
  expect(shown('met', [{ start: 0, end: 3 }])).toEqual(['[met]'])
  expect(shown('none', [])).toEqual(['none'])
})

test('of a long message the part around the first match is shown', () => {
  const text = `${'before '.repeat(100)}giraffe${' after'.repeat(100)}`
  const pieces = shown(text, [{ start: 700, end: 707 }])
  expect(pieces[0]).toBe('…')
  expect(pieces).toContain('[giraffe]')
  expect(pieces.at(-1)).toBe('…')
  expect(pieces.join('').length).toBeLessThan(300)
})

test.each(['', 'a', 'ab', 'abc'])('characters are not cut in halves, after %j', (start) => {
  const text = `${start}${'🎉'.repeat(400)}`
  const match = { start: start.length + 600, end: start.length + 602 }
  for (const { text: piece } of excerptOf(text, [match])) expect(piece.isWellFormed()).toBe(true)
})
