import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMatrixProduct } from '@parley/inference'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { evaluateActs } from './acts'
import { EvaluationInputError } from './evaluation-input-error'

const product = createMatrixProduct()
let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'parley-eval-acts-'))
})
afterAll(async () => {
  await product.close()
  await rm(directory, { recursive: true, force: true })
})

async function plant(name: string, dialogues: readonly object[]): Promise<string> {
  await writeFile(join(directory, name), dialogues.map((row) => JSON.stringify(row)).join('\n'))
  return join(directory, name)
}

const dialogue = (thing: string) => ({
  lang: 'en',
  turns: [
    { text: `where is the ${thing}?`, act: 'question' },
    { text: `the ${thing} is in the kitchen`, act: 'inform' },
  ],
})
const things = ['cup', 'lamp', 'chair', 'book', 'phone', 'cable', 'box', 'stamp', 'mug', 'pen', 'bag', 'map']
const options = () => ({ encoder: null, product, version: '0.0.0' })

test('every turn of every dialogue is judged, by language and by act', async () => {
  const train = await plant('train.jsonl', things.map(dialogue))
  const held = await plant('test.jsonl', ['key', 'spoon'].map(dialogue))
  const report = await evaluateActs({ ...options(), train, test: held })
  expect(report).toMatchObject({ task: 'acts', n: 4, accuracy: 1, lang: { en: { n: 4 } } })
  expect(report.byLabel.question).toMatchObject({ n: 2, f1: 1 })
})

test('without a training file the shipped acts are measured, in the labels of the file', {
  timeout: 120_000,
}, async () => {
  const held = await plant('other.jsonl', [
    {
      turns: [
        { text: '会议室在几楼？', act: 'ask' },
        { text: 'Where did you put the contract?', act: 'ask' },
      ],
    },
  ])
  const map = await plant('map.json', [{ question: 'ask' }])
  expect(await evaluateActs({ ...options(), test: held, map })).toMatchObject({ n: 2, accuracy: 1 })
})

test('a turn without an act is refused, with its place', async () => {
  const held = await plant('broken.jsonl', [dialogue('cup'), { turns: [{ text: 'hello' }] }])
  await expect(evaluateActs({ ...options(), test: held })).rejects.toThrow(EvaluationInputError)
  await expect(evaluateActs({ ...options(), test: held })).rejects.toThrow(/broken\.jsonl:2/)
})
