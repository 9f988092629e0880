import { expect, test } from 'vitest'
import { accuracy, expectedCalibrationError, macroF1 } from './classification-metrics'

const outcomes = [
  { truth: 'a', prediction: 'a' },
  { truth: 'a', prediction: 'b' },
  { truth: 'b', prediction: 'b' },
  { truth: 'c', prediction: 'b' },
]

test('accuracy and macro-F1 are as computed by hand', () => {
  expect(accuracy(outcomes)).toBe(0.5)
  // a: 2·1/(2+1) = 2/3; b: 2·1/(1+3) = 1/2; c: 0
  expect(macroF1(outcomes)).toBeCloseTo((2 / 3 + 1 / 2) / 3, 10)
})

test('calibration error over bins of equal mass is as computed by hand', () => {
  const rows = [
    { confidence: 0.9, isRight: true },
    { confidence: 0.2, isRight: false },
    { confidence: 0.6, isRight: false },
    { confidence: 0.4, isRight: true },
  ]
  // lower bin: |0.3 − 0.5| = 0.2; upper bin: |0.75 − 0.5| = 0.25; mean 0.225
  expect(expectedCalibrationError(rows, 2)).toBeCloseTo(0.225, 10)
})

test('fewer rows than bins still count each once', () => {
  expect(expectedCalibrationError([{ confidence: 0.7, isRight: true }])).toBeCloseTo(0.3, 10)
  expect(expectedCalibrationError([])).toBe(0)
})
