import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMatrixProduct } from '@parley/inference'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EvaluationInputError } from './evaluation-input-error'
import { evaluateRobustness } from './robustness'
import { type PerturbedRow, robustnessMetrics } from './robustness-metrics'

const product = createMatrixProduct()
let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'parley-eval-robustness-'))
})
afterAll(async () => {
  await product.close()
  await rm(directory, { recursive: true, force: true })
})

async function write(name: string, rows: readonly object[]): Promise<string> {
  await writeFile(join(directory, name), rows.map((row) => JSON.stringify(row)).join('\n'))
  return join(directory, name)
}

const rows = (count: number) =>
  Array.from({ length: count }, (_unused, index) => [
    { text: `please reserve meeting room ${index}`, intent: 'book', lang: 'en' },
    { text: `第${index}号会议的纪要发给我`, intent: 'minutes', lang: 'zh' },
  ]).flat()

test('every perturbation is measured on the rows that it changes, and by language', async () => {
  const [train, file] = [await write('train.jsonl', rows(12)), await write('test.jsonl', rows(5))]
  const report = await evaluateRobustness({ train, test: file, encoder: null, product, version: '0' })
  expect(report).toMatchObject({ task: 'robustness', n: 10, accuracy: 1, encoder: null })
  expect(report.perturbations.traditional?.n).toBe(5)
  expect(report.perturbations.emoji?.n).toBe(10)
  expect(report.perturbations.upperCase?.n, 'Chinese has no capitals').toBe(5)
  expect(report.lang.zh?.perturbations.typo).toBeUndefined()
})

test('a drop is counted against the same rows as they are', () => {
  const row = (isCleanRight: boolean, isRight: boolean): PerturbedRow => ({
    perturbation: 'typo',
    lang: 'en',
    isCleanRight,
    isRight,
  })
  const { perturbations, worstDrop } = robustnessMetrics([
    row(true, true),
    row(true, false),
    row(false, false),
    row(true, true),
  ])
  expect(perturbations).toEqual({ typo: { n: 4, cleanAccuracy: 0.75, accuracy: 0.5, drop: 25 } })
  expect(worstDrop).toBe(25)
})

test('a broken row is refused', async () => {
  const broken = await write('broken.jsonl', [{ text: 'hello' }])
  await expect(evaluateRobustness({ test: broken, encoder: null, product, version: '0' })).rejects.toThrow(
    EvaluationInputError,
  )
})
