import { expect, it } from 'vitest'
import { TopSlots } from './top-slots'

/** The scores of 5,000 slots, many of them equal. */
const scores = Array.from({ length: 5_000 }, (_, slot) => Math.round(Math.sin(slot * 12.9898) * 50))

it.each([
  ['as they come', scores],
  ['rising', scores.toSorted((a, b) => a - b)],
  ['falling', scores.toSorted((a, b) => b - a)],
  ['all equal', scores.map(() => 1)],
])('are those that sorting everything gives: %s', (_, values) => {
  const top = new TopSlots(100)
  for (const [slot, score] of values.entries()) top.offer(slot, score)
  const sorted = [...values.keys()].sort((a, b) => values[b]! - values[a]! || a - b)
  expect(top.slots()).toEqual(sorted.slice(0, 100))
})

it('are all of them where there are few', () => {
  const top = new TopSlots(3)
  top.offer(7, -1)
  top.offer(2, 5)
  expect(top.slots()).toEqual([2, 7])
})
