import { describe, expect, it } from 'vitest'
import { fuseScores } from './fuse-scores'

describe('fused scores', () => {
  it('stretch both sides to the same range before weighing them', () => {
    const candidates = [
      { lexical: 8, dense: 0.8 },
      { lexical: 4, dense: 0.9 },
      { lexical: 0, dense: 0.7 },
    ]
    const [first, second, third] = fuseScores(candidates, { lexicalWeight: 0.5, lexicalCeiling: 10 })
    expect(first).toBeCloseTo(0.5 + 0.25, 10)
    expect(second).toBeCloseTo(0.25 + 0.5, 10)
    expect(third).toBe(0)
  })

  it('do not blow up a chance word: far below the ceiling the best lexical score stays small', () => {
    const candidates = [
      { lexical: 0.4, dense: 0.8 },
      { lexical: 0, dense: 0.85 },
    ]
    const [chance, meaning] = fuseScores(candidates, { lexicalWeight: 0.5, lexicalCeiling: 10 })
    expect(chance).toBeLessThan(meaning!)
  })

  it('are the lexical ones where there is no vector', () => {
    const lexicalOnly = [
      { lexical: 5, dense: undefined },
      { lexical: 1, dense: undefined },
    ]
    expect(fuseScores(lexicalOnly, { lexicalWeight: 0.5, lexicalCeiling: 5 })).toEqual([1, 0.2])
  })
})
