import { describe, expect, it } from 'vitest'
import { LexicalIndex } from './bm25'
import { type ReadableSlots, readableSlots } from './readable-slots'

const SLOTS = 3

function readable(index: LexicalIndex, slots: readonly number[]): ReadableSlots {
  return readableSlots(
    SLOTS,
    slots.map((slot) => ({ first: slot, end: slot + 1, termCount: index.lengthOf(slot) })),
  )
}

function scores(index: LexicalIndex, terms: readonly string[], slots: readonly number[]) {
  return index.within(readable(index, slots)).score(terms)
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
    expect(scores(index, ['a'], [0, 1]).of(0)).toBeCloseTo(expected, 10)
  })

  it('is blind to what may not be read: not in the hits, not in the rarity of words, not in the lengths', () => {
    const mixed = indexOf('a b', 'a a a a a a a', 'b c')
    const alone = indexOf('a b', 'never', 'b c')
    const found = scores(mixed, ['a', 'b'], [0, 2])
    const expected = scores(alone, ['a', 'b'], [0, 2])
    expect([...found.slots]).toEqual([0, 2])
    expect(found.ceiling).toBe(expected.ceiling)
    expect([0, 1, 2].map(found.of)).toEqual([0, 1, 2].map(expected.of))
    expect([...scores(mixed, ['a', 'b'], [0, 1, 2]).slots]).toContain(1)
  })

  it('forgets what is given no number, and finds the rest under theirs', () => {
    const index = indexOf('a b', 'a c', 'c c')
    index.renumber(Int32Array.of(-1, 0, 1))
    const found = scores(index, ['a', 'b', 'c'], [0, 1])
    expect([...found.slots]).toEqual([0, 1])
    const alone = indexOf('a c', 'c c')
    expect([0, 1].map(found.of)).toEqual([0, 1].map(scores(alone, ['a', 'b', 'c'], [0, 1]).of))
  })
})
