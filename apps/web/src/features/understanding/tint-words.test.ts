import { expect, it } from 'vitest'
import { strengthOf, tintWords, type WordShare } from './tint-words'

const share = (start: number, text: string, value: number): WordShare => ({
  start,
  end: start + text.length,
  text,
  value,
})

it('cuts a message at its words and keeps everything between them', () => {
  const parts = tintWords('@助手 订会议室，谢谢', [
    share(4, '订', 0.2),
    share(5, '会议室', 0.5),
    share(9, '谢谢', -0.1),
  ])
  expect(parts.map(({ text, share: own }) => [text, own?.value ?? null])).toEqual([
    ['@助手 ', null],
    ['订', 0.2],
    ['会议室', 0.5],
    ['，', null],
    ['谢谢', -0.1],
  ])
})

it('tints nothing in a message that says something else by now', () => {
  expect(tintWords('thank you', [share(0, 'book', 0.5)])).toEqual([])
})

it('measures every share against the greatest, for and against', () => {
  const shares = [share(0, 'a', 0.4), share(2, 'b', -0.1)]
  expect(shares.map(({ value }) => strengthOf(value, shares))).toEqual([1, -0.25])
  expect(strengthOf(0, [share(0, 'a', 0)])).toBe(0)
})
