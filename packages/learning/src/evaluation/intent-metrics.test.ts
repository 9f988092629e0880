import type { IntentPrediction } from '@parley/nlu'
import { expect, test } from 'vitest'
import { intentMetrics, meanMetrics } from './intent-metrics'

const row = (intent: string | null, best: string, confidence: number) => ({
  intent,
  lang: 'en' as const,
  prediction: prediction(best, confidence),
})

function prediction(best: string, confidence: number): IntentPrediction {
  const threshold = 0.5
  const ranking = [{ name: best, probability: confidence }]
  const name = confidence < threshold ? null : best
  return { name, confidence, threshold, ranking, nearestExamples: [], features: 'ngrams' }
}

const rows = [row('a', 'a', 0.9), row('a', 'a', 0.4), row('b', 'a', 0.8), row(null, 'b', 0.2), row(null, 'b', 0.7)]

test('scope and accuracy are as counted by hand', () => {
  expect(intentMetrics(rows)).toMatchObject({
    n: 5,
    accuracy: 2 / 3,
    inScopeAccuracyWithOos: 1 / 3,
    oosRecall: 1 / 2,
    oosPrecision: 1 / 2,
  })
})

test('without rows out of scope their figures are absent, not zero', () => {
  expect(intentMetrics(rows.slice(0, 3))).toMatchObject({ oosRecall: null, oosPrecision: null })
})

test('runs are averaged figure by figure', () => {
  const worse = intentMetrics([row('a', 'b', 0.9), row(null, 'b', 0.2)])
  expect(meanMetrics([intentMetrics(rows), worse])).toMatchObject({ accuracy: 1 / 3, oosRecall: 3 / 4 })
})
