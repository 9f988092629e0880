import { expect, test } from 'vitest'
import { foldsBySize, stratifiedFolds } from './stratified-folds'

const labels = Array.from({ length: 103 }, (_unused, row) => (row === 102 ? 9 : row % 3))

test('every row is held out once, but the only row of its class never', () => {
  const folds = stratifiedFolds(labels, 1)
  const held = folds.flatMap((fold) => fold.validation).toSorted((left, right) => left - right)
  expect(held).toEqual([...Array(102).keys()])
  for (const { training, validation } of folds) {
    expect(training).toContain(102)
    expect(training.length + validation.length).toBe(103)
    expect(training.some((row) => validation.includes(row))).toBe(false)
  }
})

test('classes are spread evenly over the folds', () => {
  for (const { validation } of stratifiedFolds(labels, 1)) {
    for (const label of [0, 1, 2]) {
      const count = validation.filter((row) => labels[row] === label).length
      expect(count).toBeGreaterThanOrEqual(6)
      expect(count).toBeLessThanOrEqual(7)
    }
  }
})

test('the seed decides, and a large set is judged by one fifth', () => {
  expect(stratifiedFolds(labels, 1)).toEqual(stratifiedFolds(labels, 1))
  expect(stratifiedFolds(labels, 1)).not.toEqual(stratifiedFolds(labels, 2))
  const large = foldsBySize(
    Array.from({ length: 5000 }, (_unused, row) => row % 10),
    1,
  )
  expect(large).toHaveLength(1)
  expect(large[0]?.validation).toHaveLength(1000)
})
