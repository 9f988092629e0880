import { describe, expect, it } from 'vitest'
import { coverageAtRisk, exactMatch, holdsAnswer, riskCoverageArea, tokenF1 } from './answer-metrics'

describe('answer measures', () => {
  it('agree with values computed by hand', () => {
    expect(exactMatch('The 25 days.', ['25 Days'])).toBe(1)
    expect(exactMatch('25 days', ['26 days'])).toBe(0)
    // Three of five tokens predicted, three of three wanted.
    expect(tokenF1('paid on 25 May 2020', ['25 May 2020'])).toBeCloseTo(0.75, 10)
    // Chinese by character: 二十五天 against 二十六天 shares three of four.
    expect(tokenF1('二十五天', ['二十六天'])).toBeCloseTo(0.75, 10)
    expect(tokenF1('nothing', ['25'])).toBe(0)
  })

  it('find an answer in a text whatever its spaces and case', () => {
    expect(holdsAnswer('It weighs 118  KG.', ['118 kg'])).toBe(true)
    expect(holdsAnswer('It weighs 11 kg.', ['118 kg'])).toBe(false)
  })

  it('draw the curve of risk over coverage', () => {
    const judged = [
      { confidence: 0.9, isRight: true },
      { confidence: 0.8, isRight: false },
      { confidence: 0.7, isRight: true },
      { confidence: 0.1, isRight: false },
    ]
    expect(riskCoverageArea(judged)).toBeCloseTo((0 + 1 / 2 + 1 / 3 + 2 / 4) / 4, 10)
    expect(coverageAtRisk(judged, 0.1)).toBe(0.25)
    expect(coverageAtRisk(judged, 1 / 3)).toBe(0.75)
  })
})
