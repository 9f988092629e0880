import { createMatrixProduct, defaultModelDirectory, type Encoder, ensureModel, openEncoder } from '@parley/inference'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encodeMessages } from './encode-messages'
import { explainIntent } from './explanation/explain-intent'
import { IntentClassifier } from './intents/intent-classifier'
import { createUnderstander } from './understand'

const product = createMatrixProduct()
let encoder: Encoder
let classifier: IntentClassifier
beforeAll(async () => {
  encoder = await openEncoder({ modelPath: await ensureModel({ directory: defaultModelDirectory() }) })
  classifier = await IntentClassifier.train(examples, { encoder, product })
})
afterAll(async () => {
  await encoder.close()
  await product.close()
})

const frames = ['please look at the %', 'what about the % today', 'the % again', 'tell me about the %', '% now']
const examples = ['printer', 'holiday', 'invoice'].flatMap((word) =>
  frames.map((frame) => ({ text: frame.replace('%', word), intent: `${word}-matter` })),
)
const situation = { now: '2026-11-23T09:00:00+08:00', speakerId: 'a', directory: [] }
const [tidy, slipped] = ['could you look at the printer', 'could you look at the prniter']

test('a message with a slip is understood as the one that was meant, and its places stay those of what is written', async () => {
  const understander = createUnderstander({ encoder, classifier, recognise: () => [] })
  const [meant, written] = await understander.understandMany([
    { text: tidy, situation },
    { text: slipped, situation },
  ])
  expect(meant?.intent.name).toBe('printer-matter')
  expect(written?.intent.confidence).toBeCloseTo(meant?.intent.confidence ?? 0, 3)
  const [encoding] = await encodeMessages(encoder, [slipped], {}, classifier)
  expect(encoding?.tokens?.at(-1)?.end).toBe(slipped.length)
})

test('what has no slip is read once', async () => {
  const [encoding] = await encodeMessages(encoder, [tidy], {}, classifier)
  expect(encoding?.asMeant).toBeUndefined()
})

test('an explanation explains what was understood', async () => {
  const { prediction, attributions, baseValue, readAs } = await explainIntent(slipped, { encoder, classifier })
  const sum = attributions.reduce((total, { value }) => total + value, 0)
  const [encoding = null] = await encoder.encode([tidy], { purpose: 'query' })
  expect(prediction.confidence).toBeCloseTo(classifier.predict(encoding, tidy).confidence, 3)
  expect(sum).toBeCloseTo(prediction.confidence - baseValue, 12)
  expect(attributions.at(-1)?.text).toBe('prniter')
  expect(readAs, 'it says what was understood').toBe(tidy)
  expect((await explainIntent(tidy, { encoder, classifier })).readAs).toBeNull()
})
