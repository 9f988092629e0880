import { expect, test } from 'vitest'
import { type Coalition, coalitionsOf, drawJoiningOrders, shapleyValues } from './shapley-values'

const has = (coalition: Coalition, player: number) => (coalition & (1 << player)) !== 0

test('independent players get what they bring, whatever the orders', () => {
  const brings = [3, -1, 0.5, 0]
  const worth = (coalition: Coalition) =>
    brings.reduce((sum, value, player) => sum + (has(coalition, player) ? value : 0), 10)
  const values = shapleyValues(4, drawJoiningOrders(4, 1, 1), worth)
  for (const [player, value] of values.entries()) expect(value).toBeCloseTo(brings[player] as number, 12)
})

test('players who only work together share alike, and one pair of orders shows it exactly for two', () => {
  const worth = (coalition: Coalition) => (has(coalition, 0) && has(coalition, 1) ? 1 : 0)
  expect(shapleyValues(2, drawJoiningOrders(2, 1, 5), worth)).toEqual([0.5, 0.5])
})

test('the glove game comes out as the textbook has it, within sampling noise', () => {
  // Shapley 1953: one left glove (player 0), two right ones; a pair is worth 1. Values 2/3, 1/6, 1/6.
  const worth = (coalition: Coalition) => (has(coalition, 0) && (has(coalition, 1) || has(coalition, 2)) ? 1 : 0)
  const values = shapleyValues(3, drawJoiningOrders(3, 400, 1), worth)
  expect(values[0]).toBeCloseTo(2 / 3, 1)
  expect(values[1]).toBeCloseTo(1 / 6, 1)
  expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12)
})

test('an order passes through one coalition more than it has players, each one player larger', () => {
  expect(coalitionsOf([2, 0, 1])).toEqual([0b000, 0b100, 0b101, 0b111])
})

test('more players than a coalition has bits for are refused, not confused', () => {
  expect(drawJoiningOrders(30, 1, 1)).toHaveLength(2)
  expect(() => drawJoiningOrders(31, 1, 1)).toThrow(RangeError)
})
