import { expect, it } from 'vitest'
import { completeTyped, findTyped } from './find-typed'

const find = (text: string) => findTyped(text, text.length)

it.each([
  ['@', { start: 0, query: '' }],
  ['hi @to', { start: 3, query: 'to' }],
  ['问一下@王', { start: 3, query: '王' }],
  ['问一下＠王', { start: 3, query: '王' }],
  ['mail grace@ex', null],
  ['@tom ', null],
  ['@王伟，', null],
])('finds the mention being typed at the end of "%s"', (text, expected) => {
  expect(find(text)).toEqual(expected && { kind: 'mention', ...expected })
})

it.each([
  [':ta', { start: 0, query: 'ta' }],
  ['nice :tada:', { start: 5, query: 'tada' }],
  ['好 :赞', { start: 2, query: '赞' }],
  [':+1', { start: 0, query: '+1' }],
  ['at 10:30', null],
  ['时间:明天', null],
  ['well :D', null],
  [':ta ', null],
])('finds the emoji being named at the end of "%s"', (text, expected) => {
  expect(find(text)).toEqual(expected && { kind: 'emoji', ...expected })
})

it('looks before the caret only', () => {
  expect(findTyped('@to later', 3)).toEqual({ kind: 'mention', start: 0, query: 'to' })
})

it('completes what was typed in the middle of a text and puts the caret behind it', () => {
  const typed = { kind: 'mention', start: 3, query: 'to' } as const
  expect(completeTyped('hi @to, ok', 6, typed, '@Tom Baker ')).toEqual({ text: 'hi @Tom Baker , ok', caret: 14 })
})

it.each([
  ['/', { start: 0, query: '' }],
  ['/re', { start: 0, query: 're' }],
  ['／提', { start: 0, query: '提' }],
  ['、提醒', { start: 0, query: '提醒' }],
  ['/remind ', null],
  ['see /re', null],
  ['/etc/', null],
])('finds the command being named at the end of "%s"', (text, expected) => {
  expect(find(text)).toEqual(expected && { kind: 'command', ...expected })
})
