import { createMatrixProduct } from '@parley/inference'
import { afterAll, expect, test } from 'vitest'
import { LabelClassifier } from './label-classifier'
import { type LabelExample, LabelModelError, LabelTrainingError } from './label-model'

const product = createMatrixProduct()
afterAll(() => product.close())
const options = { encoder: null, product }

const praise = (index: number): LabelExample => ({ text: `excellent work on release ${index}`, labels: ['praise'] })
const question = (index: number): LabelExample => ({ text: `when will ticket ${index} close?`, labels: ['question'] })
const both = (index: number): LabelExample => ({
  text: `excellent work on release ${index}, when will ticket ${index} close?`,
  labels: ['praise', 'question'],
})
const examples = (make: readonly ((index: number) => LabelExample)[]) =>
  Array.from({ length: 16 }, (_unused, index) => make.map((one) => one(index))).flat()

test('a message is given one label or several, as its words call for', async () => {
  const classifier = await LabelClassifier.train(examples([praise, question, both]), options)
  const labelsOf = (text: string) => [...classifier.predict(null, text).labels].sort()
  expect(labelsOf('excellent work on release 77')).toEqual(['praise'])
  expect(labelsOf('when will ticket 77 close?')).toEqual(['question'])
  expect(labelsOf('excellent work on release 77, when will ticket 78 close?')).toEqual(['praise', 'question'])
})

test('a message may go without a label only where some example did', async () => {
  const strange = '☃☃☃'
  const always = await LabelClassifier.train(examples([praise, question, both]), options)
  expect(always.predict(null, strange).labels).toHaveLength(1)
  const plain = (index: number): LabelExample => ({ text: `notes of day ${index}`, labels: [] })
  const seldom = await LabelClassifier.train(examples([praise, question, both, plain, plain]), options)
  expect(seldom.predict(null, 'notes of day 99').labels).toEqual([])
})

test('labels that exclude each other are given one at a time, with probabilities that sum to 1', async () => {
  const classifier = await LabelClassifier.train(examples([praise, question]), { ...options, isExclusive: true })
  const { labels, ranking } = classifier.predict(null, 'excellent work on release 77, when will ticket 78 close?')
  expect(labels).toHaveLength(1)
  expect(ranking.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 6)
})

test('the same examples and seed give the same model', async () => {
  const train = () => LabelClassifier.train(examples([praise, question]), { ...options, seed: 3 })
  const [first, second] = [await train(), await train()]
  expect(second.model).toEqual(first.model)
})

test.each([
  ['no labels at all', [{ text: 'hello', labels: [] }]],
  ['a blank text', [{ text: ' ', labels: ['praise'] }]],
  ['an empty label', [{ text: 'hello', labels: [''] }]],
  ['no examples', []],
])('%s cannot be learnt from', async (_name, rows) => {
  await expect(LabelClassifier.train(rows, options)).rejects.toThrow(LabelTrainingError)
})

test('a single example is learnt from, and features of another encoder are refused', async () => {
  const classifier = await LabelClassifier.train([{ text: 'hello', labels: ['greeting'] }], options)
  expect(classifier.predict(null, 'hello').labels).toEqual(['greeting'])
  const other = new LabelClassifier({ ...classifier.model, encoderId: 'small' })
  expect(() => other.assertReads({ id: 'small' })).not.toThrow()
  expect(() => other.assertReads({ id: 'large' })).toThrow(LabelModelError)
})
