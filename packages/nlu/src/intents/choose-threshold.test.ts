import { expect, test } from 'vitest'
import { chooseThreshold } from './choose-threshold'

test('one right answer in a hundred may be lost', () => {
  const confidences = Array.from({ length: 200 }, (_unused, index) => 0.5 + index / 400)
  const threshold = chooseThreshold(confidences.toReversed())
  expect(confidences.filter((confidence) => confidence < threshold)).toHaveLength(2)
})

test('a model that is seldom sure must still be right three times in ten', () => {
  expect(chooseThreshold([0.05, 0.1, 0.2])).toBe(0.3)
  expect(chooseThreshold([])).toBe(0.3)
})
