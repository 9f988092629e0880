import { describe, expect, it } from 'vitest'
import { fitLogistic, predictLogistic } from './logistic'

describe('logistic regression', () => {
  it('predicts the observed rate where the features say nothing', () => {
    const examples = Array.from({ length: 100 }, (_, at) => ({ features: [1], isPositive: at < 30 }))
    expect(predictLogistic(fitLogistic(examples), [1])).toBeCloseTo(0.3, 2)
  })

  it('finds the known optimum of a two-valued feature', () => {
    // Of 50 with the feature 40 are positive, of 50 without it 10: without a penalty the rates themselves.
    const examples = Array.from({ length: 100 }, (_, at) => ({
      features: [at % 2],
      isPositive: at % 2 === 1 ? at < 80 : at < 20,
    }))
    const model = fitLogistic(examples, 0)
    expect(predictLogistic(model, [1])).toBeCloseTo(0.8, 2)
    expect(predictLogistic(model, [0])).toBeCloseTo(0.2, 2)
  })

  it('counts an example by its weight', () => {
    const examples = [
      { features: [0], isPositive: true, weight: 3 },
      { features: [0], isPositive: false, weight: 1 },
    ]
    expect(predictLogistic(fitLogistic(examples), [0])).toBeCloseTo(0.75, 2)
  })

  it('refuses another number of features', () => {
    const model = fitLogistic([{ features: [1, 2], isPositive: true }])
    expect(() => predictLogistic(model, [1])).toThrow(RangeError)
  })
})
