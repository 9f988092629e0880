import { Emoji } from '@parley/protocol'
import { expect, it } from 'vitest'
import { buildEmojiList } from './build-emoji-list'
import { emojiList } from './emoji-list'

it('offers only emoji that the server takes, each once', () => {
  expect(emojiList.filter(({ emoji }) => !Emoji.safeParse(emoji).success)).toEqual([])
  expect(new Set(emojiList.map(({ emoji }) => emoji)).size).toBe(emojiList.length)
  expect(emojiList.length).toBeGreaterThan(1800)
})

it('has a Chinese and an English name for every emoji', () => {
  const nameless = emojiList.filter(({ names }) => names.zh === names.en || !names.zh || !names.en)
  expect(nameless.map(({ emoji, names }) => emoji + names.zh)).toEqual([])
})

it('leaves out single skin tones and what has no group', () => {
  const tone = { hexcode: '1F3FB', unicode: '🏻', label: 'light skin tone', group: 2 }
  const letter = { hexcode: '1F1E6', unicode: '🇦', label: 'regional indicator A' }
  expect(buildEmojiList({ zh: [], en: [tone, letter], codes: {} })).toEqual([])
})
