import { describe, expect, it } from 'vitest'
import { ndcgAt, recallAt, reciprocalRankAt } from './ranking-metrics'

const GRADES = new Map([
  ['a', 2],
  ['b', 1],
  ['c', 0],
])

describe('ranking measures', () => {
  it('agree with values computed by hand', () => {
    // (1/log2(2) + 2/log2(4)) / (2/log2(2) + 1/log2(3))
    expect(ndcgAt(10, ['b', 'x', 'a'], GRADES)).toBeCloseTo(2 / (2 + 1 / Math.log2(3)), 10)
    expect(recallAt(10, ['b', 'x', 'a'], GRADES)).toBe(1)
    expect(recallAt(2, ['b', 'x', 'a'], GRADES)).toBe(0.5)
    expect(reciprocalRankAt(10, ['c', 'x', 'a'], GRADES)).toBeCloseTo(1 / 3, 10)
  })

  it('are 0 when nothing relevant is found or wanted', () => {
    expect(ndcgAt(10, ['x'], GRADES)).toBe(0)
    expect(ndcgAt(10, ['a'], new Map())).toBe(0)
    expect(reciprocalRankAt(1, ['x', 'a'], GRADES)).toBe(0)
  })
})
