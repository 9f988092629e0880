import { expect, test } from 'vitest'
import { neighbourOpinion } from './neighbour-opinion'

test('an intent is as likely as its three nearest examples are alike, however many it has', () => {
  const labels = [0, 0, 0, 0, 0, 1, 1, 2]
  const similarities = Float32Array.of(0.9, 0.1, 0.88, 0.86, 0.2, 0.9, 0.9, 0.88)
  const opinion = neighbourOpinion(similarities, labels, 3)
  // Means 0.88, 0.90 and 0.88: two of three in a hundred apart are e² times as likely.
  expect((opinion[1] as number) - (opinion[0] as number)).toBeCloseTo(2, 3)
  expect(opinion[2]).toBeCloseTo(opinion[0] as number, 3)
  expect(opinion.reduce((sum, value) => sum + Math.exp(value), 0)).toBeCloseTo(1, 5)
})

test('an intent without examples is all but impossible, and still a number', () => {
  const opinion = neighbourOpinion(Float32Array.of(0.9), [0], 2)
  expect(opinion[1]).toBeLessThan(-50)
  expect(opinion.every(Number.isFinite)).toBe(true)
})
