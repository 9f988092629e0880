import { createMatrixProduct, defaultModelDirectory, type Encoder, ensureModel, openEncoder } from '@parley/inference'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { IntentClassifier } from '../intents/intent-classifier'
import type { IntentExample } from '../intents/intent-model'
import { explainIntent } from './explain-intent'

const product = createMatrixProduct()
let encoder: Encoder
beforeAll(async () => {
  encoder = await openEncoder({ modelPath: await ensureModel({ directory: defaultModelDirectory() }) })
})
afterAll(async () => {
  await encoder.close()
  await product.close()
})

const frames = [
  'please look at the %',
  'what about the % today',
  'the % again',
  '我想问一下 % 的事',
  'tell me about the %',
  '% now',
]
const fill = (word: string, intent: string): IntentExample[] =>
  frames.map((frame) => ({ text: frame.replace('%', word), intent }))
/** Nothing but one word tells the intents apart. */
const examples = [...fill('printer', 'hardware'), ...fill('holiday', 'leave'), ...fill('invoice', 'finance')]
const message = 'good morning everyone, could somebody please look at the printer on the second floor'

describe('an explanation of an intent', () => {
  test('shares out the confidence: the shares sum to it, less what it is without any word', async () => {
    const classifier = await IntentClassifier.train(examples, { encoder, product })
    const { prediction, attributions, baseValue, intent } = await explainIntent(message, { encoder, classifier })
    const sum = attributions.reduce((total, { value }) => total + value, 0)
    expect(intent).toBe('hardware')
    expect(prediction.confidence - baseValue).toBeGreaterThan(0.2)
    expect(sum).toBeCloseTo(prediction.confidence - baseValue, 12)
  })

  test('gives the largest share to the one word that tells the intents apart', async () => {
    const classifier = await IntentClassifier.train(examples, { encoder, product })
    for (const [text, keyword] of [
      [message, 'printer'],
      ['大家好，我想问一下 invoice 的事，谢谢', 'invoice'],
    ] as const) {
      const { attributions } = await explainIntent(text, { encoder, classifier })
      const largest = attributions.toSorted((left, right) => right.value - left.value)[0]
      expect(largest?.text).toBe(keyword)
      expect(text.slice(largest?.start, largest?.end)).toBe(keyword)
    }
  })

  test('names the smallest edit that gives another outcome, and that edit does give it', async () => {
    const classifier = await IntentClassifier.train(examples, { encoder, product })
    const { prediction, flippingEdit } = await explainIntent(message, { encoder, classifier })
    expect(flippingEdit?.removed.map(({ text }) => text)).toEqual(['printer'])
    const text = flippingEdit?.text ?? ''
    const [encoding = null] = await encoder.encode([text], { purpose: 'query' })
    expect(classifier.predict(encoding, text).name).toBe(flippingEdit?.name)
    expect(flippingEdit?.name).not.toBe(prediction.name)
  })

  test('is the same for the same seed', async () => {
    const classifier = await IntentClassifier.train(examples, { encoder, product })
    const explain = (seed: number) => explainIntent(message, { encoder, classifier, seed })
    const [first, again, other] = [await explain(7), await explain(7), await explain(8)]
    const values = ({ attributions }: typeof first) => attributions.map(({ value }) => Math.round(value * 1e4))
    expect(values(again)).toEqual(values(first))
    expect(values(other)).not.toEqual(values(first))
  })

  test('explains what the n-grams say while there is no encoder', async () => {
    const classifier = await IntentClassifier.train(examples, { encoder: null, product })
    const { attributions, prediction, baseValue } = await explainIntent('about that printer', {
      encoder: null,
      classifier,
    })
    expect(prediction.features).toBe('ngrams')
    expect(attributions.toSorted((left, right) => right.value - left.value)[0]?.text).toBe('printer')
    expect(attributions.reduce((total, { value }) => total + value, 0)).toBeCloseTo(
      prediction.confidence - baseValue,
      12,
    )
  })

  test('takes neighbouring words together in a long message, and a message without words as one', async () => {
    const classifier = await IntentClassifier.train(examples, { encoder, product })
    const long = await explainIntent(`${'we were here the whole week and '.repeat(20)}the printer`, {
      encoder,
      classifier,
    })
    expect(long.attributions).toHaveLength(4)
    expect(long.attributions.map(({ text }) => text).join(' ')).toContain('the whole week and we were')
    const { attributions, prediction, baseValue } = await explainIntent('🎉🎉', { encoder, classifier })
    expect(attributions.map(({ text }) => text)).toEqual(['🎉🎉'])
    expect(attributions[0]?.value).toBeCloseTo(prediction.confidence - baseValue, 12)
  })
})
