import { describe, expect, it } from 'vitest'
import { LexicalIndex, type ReadableSlots } from './bm25'

function readable(index: LexicalIndex, slots: readonly number[]): ReadableSlots {
  const total = slots.reduce((sum, slot) => sum + index.lengthOf(slot), 0)
  return { has: (slot) => slots.includes(slot), count: slots.length, meanLength: total / slots.length }
}

function indexOf(...texts: readonly string[]): LexicalIndex {
  const index = new LexicalIndex()
  texts.forEach((text, slot) => {
    const counts = new Map<string, number>()
    for (const word of text.split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1)
    index.add(slot, counts)
  })
  return index
}

describe('BM25', () => {
  it('scores as the formula says', () => {
    const index = indexOf('a a b', 'b c d')
    // One of two texts, reckoned as of fifty: ln(1 + 49.5/1.5). Length 3 is the mean, so the norm is k1 = 1.2; frequency 2.
    const expected = (Math.log(34) * 2 * 2.2) / (2 + 1.2)
    expect(index.score(['a'], readable(index, [0, 1])).of(0)).toBeCloseTo(expected, 10)
  })

  it('is blind to what may not be read: not in the hits, not in the rarity of words, not in the lengths', () => {
    const mixed = indexOf('a b', 'a a a a a a a', 'b c')
    const alone = indexOf('a b', 'never', 'b c')
    const scores = mixed.score(['a', 'b'], readable(mixed, [0, 2]))
    const expected = alone.score(['a', 'b'], readable(alone, [0, 2]))
    expect(scores.slots).toEqual([0, 2])
    expect(scores.ceiling).toBe(expected.ceiling)
    expect([0, 1, 2].map(scores.of)).toEqual([0, 1, 2].map(expected.of))
    expect(mixed.score(['a', 'b'], readable(mixed, [0, 1, 2])).slots).toContain(1)
  })

  it('forgets what is removed', () => {
    const index = indexOf('a b', 'a c')
    index.remove(0, [
      ['a', 1],
      ['b', 1],
    ])
    expect(index.score(['a', 'b'], readable(index, [0, 1])).slots).toEqual([1])
  })
})
