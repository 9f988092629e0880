import { expect, it } from 'vitest'
import { comparePredictions } from './compare-predictions'

const pairs = (lost: number, won: number, both: number) => [
  ...Array.from({ length: lost }, () => ({ wasRight: true, isRight: false })),
  ...Array.from({ length: won }, () => ({ wasRight: false, isRight: true })),
  ...Array.from({ length: both }, () => ({ wasRight: true, isRight: true })),
]

it.each([
  [0, 0, 1],
  [0, 5, 0.0625],
  [1, 9, 0.021484375],
  [5, 5, 1],
])('finds %i lost against %i won as likely as the exact test says', (lost, won, p) => {
  const compared = comparePredictions(pairs(lost, won, 40))
  expect(compared).toMatchObject({ rows: 40 + lost + won, lost, won })
  expect(compared.p).toBeCloseTo(p, 10)
})

it('is sure of a split of thousands, without running out of numbers', () => {
  expect(comparePredictions(pairs(1_000, 2_000, 0)).p).toBeLessThan(1e-50)
  expect(comparePredictions(pairs(2_000, 2_000, 0)).p).toBe(1)
})
