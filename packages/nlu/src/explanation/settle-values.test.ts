import { expect, test } from 'vitest'
import { drawCoalitions } from './draw-coalitions'
import { settleValues } from './settle-values'
import type { Coalition } from './shapley-values'

async function settle(players: number, pairCount: number, worth: (coalition: Coalition) => number) {
  const read = new Set<Coalition>()
  const keep = async (coalitions: readonly Coalition[]) => {
    for (const coalition of coalitions) read.add(coalition)
  }
  const pairs = drawCoalitions(players, pairCount, 1)
  return { values: await settleValues({ players, pairs, read: keep, worth }), read }
}

test('few coalitions are enough where nobody depends on anybody', async () => {
  const { values, read } = await settle(8, 30, (coalition) => (coalition & 0b100 ? 0.9 : 0.1))
  expect(read.size).toBe(1 + 2 * 8 + 2 * 6)
  expect(values.map((value) => Number(value.toFixed(6)) + 0)).toEqual([0, 0, 0.8, 0, 0, 0, 0, 0])
})

test('more are read where what one brings hangs on the others, and what comes out still sums up', async () => {
  const many = (coalition: Coalition) => (coalition.toString(2).replaceAll('0', '').length > 4 ? 1 : 0)
  const { values, read } = await settle(8, 30, (coalition) => (coalition & 1 ? many(coalition) : 0))
  expect(read.size).toBeGreaterThan(1 + 2 * 8 + 2 * 6)
  expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12)
})
