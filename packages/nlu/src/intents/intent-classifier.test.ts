import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMatrixProduct, type Encoder } from '@parley/inference'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadModel, ModelFileError, saveModel } from '../packs/model-file'
import { createUnderstander } from '../understand'
import { IntentClassifier } from './intent-classifier'
import { type IntentExample, type IntentModel, IntentModelError, IntentTrainingError } from './intent-model'
import { trainIntents } from './train-intents'

const product = createMatrixProduct()
let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'parley-intents-'))
})
afterAll(async () => {
  await product.close()
  await rm(directory, { recursive: true, force: true })
})

const things = ['room', 'desk', 'car', 'projector', 'bike', 'parking space', 'table', 'studio']
const places = ['Lhasa', 'Berlin', 'Chengdu', 'Oslo', 'Xi’an', 'Rome', 'Cairo', 'Lima']
const examples: IntentExample[] = [
  ...things.map((thing) => ({ text: `please book a ${thing} for me`, intent: 'book' })),
  ...places.map((place) => ({ text: `what is the weather in ${place}`, intent: 'weather' })),
  ...things.map((thing) => ({ text: `${thing}坏了，请报修`, intent: 'repair' })),
]
const outside: IntentExample[] = Array.from({ length: 12 }, (_unused, index) => ({
  text: `the committee adopted resolution ${index} by ${index + 3} votes`,
  intent: null,
}))

/** An encoder that knows a text by the letters in it: small, exact, always there. */
const letters: Encoder = {
  id: 'letters',
  hiddenSize: 26,
  pooledLayers: [1, 2],
  maxTokens: 512,
  encode: async (texts) =>
    texts.map((text) => {
      const counts = Float32Array.from(
        { length: 26 },
        (_unused, index) => text.split(String.fromCharCode(97 + index)).length - 1,
      )
      const length = Math.hypot(...counts) || 1
      const sentence = counts.map((count) => count / length)
      return { sentence, layers: [sentence, counts], tokenCount: text.length, isTruncated: false }
    }),
  close: async () => undefined,
}

describe('without an encoder', () => {
  test('a slip of the finger is read as what was meant', async () => {
    const classifier = await IntentClassifier.train(examples, { encoder: null, product })
    const tidy = classifier.predict(null, 'weather in Rome')
    expect(classifier.predict(null, 'waether in Rome').confidence).toBe(tidy.confidence)
  })

  test('unseen wordings are understood, with confidence, runners-up and nearest examples', async () => {
    const classifier = await IntentClassifier.train(examples, { encoder: null, product })
    const prediction = classifier.predict(null, 'can you book a boat for me')
    expect(prediction).toMatchObject({ name: 'book', features: 'ngrams' })
    expect(prediction.ranking.map(({ name }) => name)).toHaveLength(3)
    expect(prediction.ranking.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 5)
    expect(prediction.nearestExamples[0]?.intent).toBe('book')
    expect(classifier.rank(null, 'can you book a boat for me')).toEqual(prediction.ranking)
    expect(classifier.predict(null, '打印机坏了，报修').name).toBe('repair')
  })

  test('a message far from all intents is of none, when examples of such were given', async () => {
    const classifier = await IntentClassifier.train([...examples, ...outside], { encoder: null, product })
    expect(classifier.predict(null, 'the committee rejected resolution 40 by 9 votes').name).toBeNull()
    expect(classifier.predict(null, 'please book a tent for me').name).toBe('book')
  })
})

describe('with an encoder', () => {
  const train = (seed = 1) => trainIntents([...examples, ...outside], { encoder: letters, product, seed })

  test('the same examples and seed give the same model, to the last number', async () => {
    expect(await train()).toEqual(await train())
  })

  test('a saved model predicts as before', async () => {
    const model = await train()
    await saveModel('intents', model, join(directory, 'saved'))
    const text = 'what is the weather in Turin'
    const [encoding] = await letters.encode([text], { purpose: 'query' })
    const loaded = new IntentClassifier(await loadModel<IntentModel>('intents', join(directory, 'saved')))
    expect(loaded.predict(encoding ?? null, text)).toEqual(new IntentClassifier(model).predict(encoding ?? null, text))
  })

  test('a damaged or absent model is refused', async () => {
    const path = join(directory, 'damaged')
    await saveModel('intents', await train(), path)
    const weights = await readFile(join(path, 'weights.bin'))
    weights[100] = (weights[100] as number) ^ 1
    await writeFile(join(path, 'weights.bin'), weights)
    await expect(loadModel('intents', path)).rejects.toThrow(ModelFileError)
    await expect(loadModel('intents', join(directory, 'absent'))).rejects.toThrow(ModelFileError)
  })

  test('while the encoder is away the n-grams decide, with a threshold of their own', async () => {
    const model = await train()
    const prediction = new IntentClassifier(model).predict(null, 'please book a boat for me')
    expect(prediction).toMatchObject({ name: 'book', features: 'ngrams', threshold: model.lexicalPool.threshold })
  })

  test('a classifier made for another encoder is refused', async () => {
    const classifier = new IntentClassifier(await train())
    const other = { ...letters, id: 'other' }
    expect(() => createUnderstander({ encoder: other, classifier, recognise: () => [] })).toThrow(IntentModelError)
    expect(() => createUnderstander({ encoder: letters, classifier, recognise: () => [] })).not.toThrow()
  })

  test('forty thousand characters are understood by their beginning', async () => {
    const classifier = new IntentClassifier(await train())
    const { understand } = createUnderstander({ encoder: letters, classifier, recognise: () => [] })
    const situation = { now: '2026-11-23T09:00:00+08:00', speakerId: 'u1', directory: [] }
    const long = `please book a boat for me ${'x'.repeat(40_000)}`
    expect(await understand(long, situation)).toMatchObject({ language: 'en', slots: [] })
  })
})

test.each<[string, IntentExample[], Encoder | null]>([
  ['one intent', examples.filter(({ intent }) => intent === 'book'), null],
  ['no examples', [], null],
  ['a blank example', [...examples, { text: ' \n', intent: 'book' }], null],
  [
    'features that are not numbers',
    examples,
    {
      ...letters,
      encode: async (texts, options) =>
        (await letters.encode(texts, options)).map((encoding) => ({
          ...encoding,
          sentence: new Float32Array(26).fill(Number.NaN),
        })),
    },
  ],
])('%s cannot be learnt from', async (_name, some, encoder) => {
  await expect(trainIntents(some, { encoder, product })).rejects.toThrow(IntentTrainingError)
})

test('what an intent is called is one more wording of it, and never shown as an example', async () => {
  const few = (names: readonly [string, string]): IntentExample[] => [
    { text: 'something warm for tonight, please', intent: names[0] },
    { text: 'how late does it open', intent: names[1] },
  ]
  const asked = 'could you order dinner'
  const named = await IntentClassifier.train(few(['order_dinner', 'opening_hours']), { encoder: null, product })
  const prediction = named.predict(null, asked)
  expect(prediction.ranking[0]?.name).toBe('order_dinner')
  expect(prediction.nearestExamples.map(({ text }) => text)).not.toContain('order dinner')
  const swapped = await IntentClassifier.train(few(['opening_hours', 'order_dinner']), { encoder: null, product })
  expect(swapped.predict(null, asked).ranking[0]?.name).toBe('order_dinner')
})

test('an intent with a single example is learnt all the same', async () => {
  const some = [...examples, { text: 'unlock my account', intent: 'unlock' }]
  const classifier = await IntentClassifier.train(some, { encoder: null, product })
  expect(classifier.predict(null, 'unlock my account').ranking[0]?.name).toBe('unlock')
})
