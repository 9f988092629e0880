import { expect, test } from 'vitest'
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
