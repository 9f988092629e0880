import { expect, it } from 'vitest'
import { countEmoji, frequentEmoji, readEmojiCounts } from './frequent-emoji'

it('offers usual emoji to whoever has picked none, and their own first once they have', () => {
  expect(frequentEmoji({}, 3)).toEqual(['👍', '❤️', '😂'])
  expect(frequentEmoji(countEmoji(countEmoji({ '🐙': 1 }, '🎂'), '🎂'), 3)).toEqual(['🎂', '🐙', '👍'])
})

it('offers none twice', () => {
  expect(frequentEmoji({ '👍': 4 }, 8)).toHaveLength(new Set(frequentEmoji({ '👍': 4 }, 8)).size)
})

it('takes a spoilt note of counts for none', () => {
  expect(readEmojiCounts('no json')).toEqual({})
  expect(readEmojiCounts('{"👍":"many","🎉":2}')).toEqual({ '🎉': 2 })
})
