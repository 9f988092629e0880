import { expect, test } from 'vitest'
import { drawCoalitions, loners, singleRemovals } from './draw-coalitions'
import { type Coalition, everybody, shapleyValues } from './shapley-values'

const has = (coalition: Coalition, player: number) => (coalition & (1 << player)) !== 0
const singles = (players: number) => [...new Set([...loners(players), ...singleRemovals(players)])]
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

test('independent players get what they bring, already from the single ones', () => {
  const brings = [3, -1, 0.5, 0]
  const worth = (coalition: Coalition) =>
    brings.reduce((sum, value, player) => sum + (has(coalition, player) ? value : 0), 10)
  const values = shapleyValues(4, singles(4), worth)
  for (const [player, value] of values.entries()) expect(value).toBeCloseTo(brings[player] as number, 8)
})

test('players who only work together share alike, and one alone gets everything', () => {
  const together = (coalition: Coalition) => (coalition === 0b11 ? 1 : 0)
  for (const value of shapleyValues(2, singles(2), together)) expect(value).toBeCloseTo(0.5, 12)
  expect(shapleyValues(1, [1], (coalition) => 0.2 + 0.7 * coalition)[0]).toBeCloseTo(0.7, 12)
})

test('the glove game comes out as the textbook has it', () => {
  // Shapley 1953: one left glove (player 0), two right ones; a pair is worth 1. Values 2/3, 1/6, 1/6.
  const worth = (coalition: Coalition) => (has(coalition, 0) && (has(coalition, 1) || has(coalition, 2)) ? 1 : 0)
  const [left, ...rights] = shapleyValues(3, singles(3), worth)
  expect(left).toBeCloseTo(2 / 3, 8)
  for (const right of rights) expect(right).toBeCloseTo(1 / 6, 8)
})

/** Worth of ten players with synonyms (any of 0, 1, 2), a phrase (3 with 4), and one against (9); none of it additive. */
const intricate = (coalition: Coalition) => {
  const hasSynonym = [0, 1, 2].some((player) => has(coalition, player))
  const score = (hasSynonym ? 2 : 0) + (has(coalition, 3) && has(coalition, 4) ? 1.5 : 0) - (has(coalition, 9) ? 1 : 0)
  return 1 / (1 + Math.exp(1 - score))
}

test('a few drawn coalitions come near the exact values, and sum up whatever was drawn', () => {
  const every = Array.from({ length: 2 ** 10 - 2 }, (_unused, index) => index + 1)
  const exact = shapleyValues(10, every, intricate)
  for (const seed of [1, 2, 3]) {
    const drawn = drawCoalitions(10, 8, seed).flat()
    const values = shapleyValues(10, [...singles(10), ...drawn], intricate)
    expect(sumOf(values)).toBeCloseTo(intricate(everybody(10)) - intricate(0), 12)
    const squares = values.map((value, player) => (value - (exact[player] as number)) ** 2)
    expect(Math.sqrt(sumOf(squares) / 10)).toBeLessThan(0.05)
  }
})

test('coalitions are drawn once each, with their complements, and never more than there are', () => {
  const pairs = drawCoalitions(9, 30, 7)
  expect(pairs).toHaveLength(30)
  expect(new Set(pairs.flat()).size).toBe(60)
  for (const [one, rest] of pairs) expect(one + rest).toBe(everybody(9))
  expect(drawCoalitions(4, 30, 7)).toHaveLength(3)
  expect(drawCoalitions(3, 30, 7)).toEqual([])
})

test('more players than a coalition has bits for are refused, not confused', () => {
  expect(everybody(30)).toBe(2 ** 30 - 1)
  expect(() => everybody(31)).toThrow(RangeError)
})
