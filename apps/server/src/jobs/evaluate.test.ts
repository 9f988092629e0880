import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { evaluate } from './evaluate'
import type { EvaluationOrder } from './evaluate-wire'

/** Vitest's global set-up builds it before any test. */
const entryPath = fileURLToPath(new URL('../../../../dist/evaluate-child.js', import.meta.url))
const measure = (order: EvaluationOrder) =>
  evaluate({
    ...{ entryPath, order, encoder: null },
    reading: { encoder: null, shippedDirectory: '/nowhere' },
    signal: new AbortController().signal,
    onProgress: () => undefined,
  })
const messages = Array.from({ length: 1_234 }, (_unused, index) => ({
  ...{ id: String(index), text: index % 2 === 0 ? '好的' : 'fine' },
  truth: 'positive',
}))

describe('measuring', () => {
  test('counts every message that it was handed, however many there are', async () => {
    const read = messages.map(() => ({ prediction: 'positive', confidence: 1 }))
    const report = await measure({ kind: 'labels', messages, read })
    expect(report).toMatchObject({ n: 1_234, left: 0, accuracy: 1, languages: { zh: { n: 617 }, en: { n: 617 } } })
  })

  test('with a model that cannot be read says so', async () => {
    const model = { directory: '/nowhere/at/all', threshold: null }
    await expect(measure({ kind: 'intents', messages, model, other: null })).rejects.toMatchObject({
      code: 'model_unusable',
    })
  })
})
