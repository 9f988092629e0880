import { expect, it } from 'vitest'
import { nearestPoint, riskOf } from './nearest-point'

const curve = [0, 0.5, 1].map((threshold) => ({ threshold, answered: 1 - threshold, wrong: (1 - threshold) / 10 }))

it('finds the measured point nearest to a threshold, and nothing where nothing was measured', () => {
  expect(nearestPoint(curve, 0.6).threshold).toBe(0.5)
  expect(nearestPoint(curve, 0.9).threshold).toBe(1)
  expect(nearestPoint([], 0.5)).toMatchObject({ answered: 0 })
})

it('tells the share of mistakes among what is answered, none where nothing is', () => {
  expect(riskOf({ threshold: 0, answered: 0.8, wrong: 0.2 })).toBeCloseTo(0.25)
  expect(riskOf({ threshold: 1, answered: 0, wrong: 0 })).toBe(0)
})
