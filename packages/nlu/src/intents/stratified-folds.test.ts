import { expect, test } from 'vitest'
import { foldsBySize, stratifiedFolds } from './stratified-folds'

const labels = Array.from({ length: 103 }, (_unused, row) => (row === 102 ? 9 : row % 3))
const texts = labels.map((_label, row) => `message ${row}`)
const rows = { labels, texts, seed: 1 }

test('every row is held out once, but the only row of its class never', () => {
  const folds = stratifiedFolds(rows)
  const held = folds.flatMap((fold) => fold.validation).toSorted((left, right) => left - right)
  expect(held).toEqual([...Array(102).keys()])
  for (const { training, validation } of folds) {
    expect(training).toContain(102)
    expect(training.length + validation.length).toBe(103)
    expect(training.some((row) => validation.includes(row))).toBe(false)
  }
})

test('classes are spread evenly over the folds', () => {
  for (const { validation } of stratifiedFolds(rows)) {
    for (const label of [0, 1, 2]) {
      const count = validation.filter((row) => labels[row] === label).length
      expect(count).toBeGreaterThanOrEqual(5)
      expect(count).toBeLessThanOrEqual(7)
    }
  }
})

test('the seed decides, and a large set is judged by one fifth', () => {
  expect(stratifiedFolds(rows)).toEqual(stratifiedFolds(rows))
  expect(stratifiedFolds(rows)).not.toEqual(stratifiedFolds({ ...rows, seed: 2 }))
  const many = Array.from({ length: 5000 }, (_unused, row) => row)
  const large = foldsBySize({ labels: many.map((row) => row % 10), texts: many.map(String), seed: 1 })
  expect(large).toHaveLength(1)
  expect(large[0]?.validation).toHaveLength(1000)
})

test('a row that is added moves few others, whatever their order', () => {
  const partsOf = (own: typeof rows) =>
    new Map(stratifiedFolds(own).flatMap(({ validation }, part) => validation.map((row) => [own.texts[row], part])))
  const before = partsOf(rows)
  const after = partsOf({ ...rows, labels: [1, ...labels], texts: ['one more', ...texts] })
  const moved = [...before].filter(([text, part]) => after.get(text) !== part)
  expect(moved.length).toBeLessThan(5)
})
