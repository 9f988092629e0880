import { expect, test } from 'vitest'
import { characterNgrams } from './character-ngrams'
import { segmentWords } from './segment-words'

test('Chinese is cut into words, other scripts at what is neither letter nor digit', () => {
  const words = segmentWords("请把发布清单分配给 Wang Wei，don't use v2.0!").map((word) => word.text)
  expect(words).toEqual(['请', '把', '发布', '清单', '分配', '给', 'Wang', 'Wei', "don't", 'use', 'v2.0'])
})

test('words of a run longer than one window still stand where they say', () => {
  const text = '会议室预订'.repeat(40)
  const words = segmentWords(text)
  expect(words.map((word) => word.text).join('')).toBe(text)
  for (const word of words) expect(text.slice(word.start, word.end)).toBe(word.text)
})

test('n-grams are counted in characters, not in UTF-16 units', () => {
  expect(characterNgrams('a𠮷b', 1, 2)).toEqual(['a', '𠮷', 'b', 'a𠮷', '𠮷b'])
  expect(characterNgrams('', 1, 3)).toEqual([])
})
