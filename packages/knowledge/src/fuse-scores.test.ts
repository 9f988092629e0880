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

it('gives to meaning what words tell less where little of the question was understood', () => {
  const fusion = { lexicalWeight: 0.5, lexicalCeiling: 8 }
  const found = { lexical: 8, dense: 0.7 }
  const meant = { lexical: 0, dense: 0.9 }
  const [byWords, byMeaning] = fuseScores([found, meant], fusion)
  expect(byWords).toBeCloseTo(byMeaning!)
  const [hardly, rather] = fuseScores(
    [
      { ...found, trust: 0.1 },
      { ...meant, trust: 0.1 },
    ],
    fusion,
  )
  expect(hardly).toBeLessThan(0.2)
  expect(rather).toBeGreaterThan(0.8)
  expect(fuseScores([{ ...found, trust: 0 }], { lexicalWeight: 1, lexicalCeiling: 8 })).toEqual([0])
})
