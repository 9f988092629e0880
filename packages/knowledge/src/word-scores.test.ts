import { expect, it } from 'vitest'
import { LexicalIndex } from './bm25'
import { passageTerms } from './passage-terms'
import { readableSlots } from './readable-slots'
import { scoreWords } from './word-scores'

const TEXTS = ['The company was founded in the north.', 'Lunch costs eight euros.', '午餐每份八欧元。'] as const

function scoresOf(question: string) {
  const index = new LexicalIndex()
  TEXTS.forEach((text, slot) => {
    index.add(slot, passageTerms('', { headingPath: [], text }))
  })
  const readable = readableSlots(3, [{ first: 0, end: 3, termCount: 20 }])
  return scoreWords(index.within(readable), { text: question, language: 'zh' }, ['en', 'en', 'zh'])
}

it('a passage of the other language rests on what the glossary knows of the question, by weight', () => {
  const understood = scoresOf('午餐的费用')
  expect(understood.of(1)).toBeGreaterThan(0)
  expect(understood.trust(1)).toBe(1)
  const hardly = scoresOf('梅尔菲伯爵的公司')
  expect(hardly.of(0)).toBeGreaterThan(0)
  expect(hardly.trust(0)).toBeLessThan(0.5)
})

it('a passage of the question’s own language rests on all its words', () => {
  const scores = scoresOf('梅尔菲伯爵的午餐')
  expect(scores.of(2)).toBeGreaterThan(0)
  expect(scores.trust(2)).toBe(1)
})
