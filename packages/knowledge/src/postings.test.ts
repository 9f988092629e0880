import { expect, it } from 'vitest'
import { Postings } from './postings'

/** Whether a slot holds a term, and how often: from everywhere to hardly anywhere, by simple arithmetic. */
const TERMS = { everywhere: 1, often: 3, seldom: 997, once: 49_999 }
const SLOTS = 50_000
const countAt = (slot: number) => 1 + ((slot * 7) % 300 > 280 ? (slot * 7) % 300 : 0)

function postings(): Postings {
  const kept = new Postings()
  for (let slot = 0; slot < SLOTS; slot++) {
    for (const [term, step] of Object.entries(TERMS)) if (slot % step === 0) kept.add(term, slot, countAt(slot))
  }
  return kept
}

it.each(Object.entries(TERMS))('gives back every slot that holds a term: %s', (term, step) => {
  const { slots, counts } = postings().read(term, new Uint8Array(SLOTS).fill(1))
  const expected = Array.from({ length: Math.ceil(SLOTS / step) }, (_, at) => at * step)
  expect([...slots]).toEqual(expected)
  expect([...counts]).toEqual(expected.map((slot) => Math.min(255, countAt(slot))))
})

it('gives back only those whose flag is set, and of an unknown term none', () => {
  const flags = Uint8Array.from({ length: SLOTS }, (_, slot) => (slot % 2 === 0 ? 1 : 0))
  expect(
    postings()
      .read('often', flags)
      .slots.every((slot) => slot % 6 === 0),
  ).toBe(true)
  expect(postings().read('never', flags).slots).toHaveLength(0)
})

it('takes few bytes an entry', () => {
  const kept = new Postings()
  const before = kept.size
  for (let slot = 0; slot < SLOTS; slot++) {
    for (let term = 0; term < 100; term++) if ((slot + term) % (term + 1) === 0) kept.add(`${term}`, slot, 1)
  }
  const entries = Array.from({ length: 100 }, (_, term) => SLOTS / (term + 1)).reduce((sum, one) => sum + one, 0)
  expect((kept.size - before) / entries).toBeLessThan(5)
})

it('keeps what is left under new numbers', () => {
  const numberOf = Int32Array.from({ length: SLOTS }, (_, slot) => (slot % 2 === 0 ? slot / 2 : -1))
  const { slots, counts } = postings().renumbered(numberOf).read('often', new Uint8Array(SLOTS).fill(1))
  const expected = Array.from({ length: Math.ceil(SLOTS / 6) }, (_, at) => at * 6)
  expect([...slots]).toEqual(expected.map((slot) => slot / 2))
  expect([...counts]).toEqual(expected.map((slot) => Math.min(255, countAt(slot))))
})
