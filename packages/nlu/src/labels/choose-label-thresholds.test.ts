import { expect, test } from 'vitest'
import { chooseLabelThresholds } from './choose-label-thresholds'

const column = (values: readonly number[]) => ({ rows: values.length, columns: 1, data: Float32Array.from(values) })

test('a label takes the threshold at which its F1 is highest', () => {
  // Twelve of the first fourteen are true: cutting there gives 24/26, cutting earlier or later less.
  const probabilities = Array.from({ length: 30 }, (_unused, row) => 1 - row / 30)
  const targets = probabilities.map((_value, row) => (row < 14 && row !== 3 && row !== 7 ? 1 : 0))
  const [threshold] = chooseLabelThresholds(column(probabilities), column(targets))
  expect(threshold).toBeCloseTo((1 - 13 / 30 + (1 - 14 / 30)) / 2, 5)
})

test('a label that is too rare to judge takes the threshold of all', () => {
  const rows = Array.from({ length: 40 }, (_unused, row) => row)
  // The rare label is true twice, at the very top; the common one in the upper half.
  const probabilities = {
    rows: 40,
    columns: 2,
    data: Float32Array.from(rows.flatMap((row) => [1 - row / 40, 1 - row / 40])),
  }
  const targets = {
    rows: 40,
    columns: 2,
    data: Float32Array.from(rows.flatMap((row) => [row < 20 ? 1 : 0, row < 2 ? 1 : 0])),
  }
  const [common, rare] = chooseLabelThresholds(probabilities, targets)
  expect(common).toBeCloseTo(1 - 19.5 / 40, 5)
  expect(rare).toBeLessThan(1 - 2 / 40)
})

test('without held-out rows more likely than not must do', () => {
  const none = { rows: 0, columns: 3, data: new Float32Array(0) }
  expect(chooseLabelThresholds(none, none)).toEqual([0.5, 0.5, 0.5])
})
