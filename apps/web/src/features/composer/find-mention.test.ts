import { expect, it } from 'vitest'
import { completeMention, findMention } from './find-mention'

it.each([
  ['@', { start: 0, query: '' }],
  ['hi @to', { start: 3, query: 'to' }],
  ['问一下@王', { start: 3, query: '王' }],
  ['mail grace@ex', null],
  ['@tom ', null],
  ['@王伟，', null],
])('finds the mention being typed at the end of "%s"', (text, expected) => {
  expect(findMention(text, text.length)).toEqual(expected)
})

it('looks before the caret only', () => {
  expect(findMention('@to later', 3)).toEqual({ start: 0, query: 'to' })
})

it('completes a mention in the middle of a text and puts the caret behind it', () => {
  expect(completeMention('hi @to, ok', 6, { start: 3, query: 'to' }, 'Tom Baker')).toEqual({
    text: 'hi @Tom Baker , ok',
    caret: 14,
  })
})
