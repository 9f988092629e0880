import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMatrixProduct } from '@parley/inference'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EvaluationInputError } from './evaluation-input-error'
import { sampleShots } from './intent-rows'
import { evaluateIntents } from './intents'

const product = createMatrixProduct()
let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'parley-eval-intents-'))
  await write('train.jsonl', [...examples('book', 'zh', 12), ...examples('weather', 'en', 12)])
  await write('test.jsonl', [...examples('book', 'zh', 4, 20), ...examples('weather', 'en', 6, 20)])
})
afterAll(async () => {
  await product.close()
  await rm(directory, { recursive: true, force: true })
})

function examples(intent: string, lang: 'zh' | 'en', count: number, from = 0) {
  const text = (index: number) => (lang === 'zh' ? `请预订${index}号会议室` : `what is the weather on day ${index}`)
  return Array.from({ length: count }, (_unused, index) => ({ text: text(from + index), intent, lang }))
}

async function write(name: string, rows: readonly object[]): Promise<string> {
  await writeFile(join(directory, name), rows.map((row) => JSON.stringify(row)).join('\n'))
  return join(directory, name)
}

const options = () => ({
  train: join(directory, 'train.jsonl'),
  test: join(directory, 'test.jsonl'),
  encoder: null,
  product,
  version: '0.0.0',
})

test('a file that is easy to learn is learnt, and reported by language', async () => {
  const report = await evaluateIntents(options())
  expect(report).toMatchObject({ task: 'intents', n: 10, accuracy: 1, macroF1: 1, seeds: [1], encoder: null })
  expect(report.lang.zh).toMatchObject({ n: 4 })
  expect(report.lang.en).toMatchObject({ n: 6 })
})

test('labels that the examples contradict are measured as wrong', async () => {
  const swapped = await write('swapped.jsonl', [
    ...examples('weather', 'zh', 4, 20),
    ...examples('weather', 'en', 4, 20),
  ])
  expect((await evaluateIntents({ ...options(), test: swapped })).accuracy).toBe(0.5)
})

test('few-shot figures are the mean over five seeds, unless one is given', async () => {
  expect((await evaluateIntents({ ...options(), shots: 3 })).seeds).toEqual([1, 2, 3, 4, 5])
  expect((await evaluateIntents({ ...options(), shots: 3, seed: 7 })).seeds).toEqual([7])
})

test('a broken row is refused by file, line and field', async () => {
  const broken = await write('broken.jsonl', [{ text: 'a', intent: 'x' }, { text: 'b' }])
  const attempt = evaluateIntents({ ...options(), train: broken })
  await expect(attempt).rejects.toThrow(EvaluationInputError)
  await expect(attempt).rejects.toThrow(/broken\.jsonl:2: field "intent"/)
})

test('shots are drawn by the seed, so many of each intent', () => {
  const rows = [...examples('book', 'zh', 12), ...examples('weather', 'en', 2)]
  const drawn = sampleShots(rows, 3, 1)
  expect(drawn.filter(({ intent }) => intent === 'book')).toHaveLength(3)
  expect(drawn.filter(({ intent }) => intent === 'weather')).toHaveLength(2)
  expect(sampleShots(rows, 3, 1)).toEqual(drawn)
  expect(sampleShots(rows, 3, 2)).not.toEqual(drawn)
})
