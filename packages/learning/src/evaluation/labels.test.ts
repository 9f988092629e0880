import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMatrixProduct } from '@parley/inference'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { labelMetrics } from './label-metrics'
import { evaluateLabels } from './labels'

const product = createMatrixProduct()
let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'parley-eval-labels-'))
})
afterAll(async () => {
  await product.close()
  await rm(directory, { recursive: true, force: true })
})

async function evaluateRows(train: readonly object[], test: readonly object[]) {
  const write = async (name: string, rows: readonly object[]) => {
    await writeFile(join(directory, name), rows.map((row) => JSON.stringify(row)).join('\n'))
    return join(directory, name)
  }
  const files = { train: await write('train.jsonl', train), test: await write('test.jsonl', test) }
  return evaluateLabels({ ...files, encoder: null, product, version: '0.0.0' })
}

const good = (index: number) => ({ text: `很好吃，第${index}次了`, label: 'positive', lang: 'zh' })
const bad = (index: number) => ({ text: `never again, order ${index} was cold`, label: 'negative', lang: 'en' })
const rows = (count: number, from = 0) =>
  Array.from({ length: count }, (_unused, index) => [good(from + index), bad(from + index)]).flat()

test('a file that is easy to learn is learnt, and reported by language', async () => {
  const report = await evaluateRows(rows(12), rows(4, 30))
  expect(report).toMatchObject({ task: 'labels', n: 8, accuracy: 1, macroF1: 1, microF1: 1, encoder: null })
  expect(report.lang.zh).toMatchObject({ n: 4, accuracy: 1 })
})

test('labels that the examples contradict are measured as wrong', async () => {
  const swapped = rows(4, 30).map((row) => ({ ...row, label: row.label === 'positive' ? 'negative' : 'positive' }))
  expect((await evaluateRows(rows(12), swapped)).accuracy).toBe(0)
})

test('rows may have several labels', async () => {
  const several = (row: { text: string; label: string }) => ({ text: row.text, labels: [row.label] })
  const both = (index: number) => ({
    text: `很好吃，第${index}次了, never again, order ${index} was cold`,
    labels: ['positive', 'negative'],
  })
  const all = (count: number, from: number) => [
    ...rows(count, from).map(several),
    ...Array.from({ length: count }, (_unused, index) => both(from + index)),
  ]
  expect(await evaluateRows(all(14, 0), all(5, 40))).toMatchObject({ n: 15, accuracy: 1 })
})

test.each([
  ['a row without a label', [{ text: 'a' }], /train\.jsonl:1: expected \{text, label\}/],
  ['a file of both forms', [good(1), { text: 'a', labels: ['x'] }], /train\.jsonl: mixes rows/],
])('%s is refused', async (_name, train, message) => {
  await expect(evaluateRows(train, rows(1))).rejects.toThrow(message)
})

test('measures agree with values computed by hand', () => {
  const judged = (truth: string[], prediction: string[]) => ({ truth, prediction, confidences: [] })
  const metrics = labelMetrics([judged(['a', 'b'], ['b', 'a']), judged(['a'], ['b']), judged([], ['c'])])
  // a: 1 right, 1 given, 2 true; b: 1 right, 2 given, 1 true; c is never true.
  expect(metrics.accuracy).toBeCloseTo(1 / 3, 10)
  expect(metrics.macroF1).toBeCloseTo((2 / 3 + 2 / 3) / 2, 10)
  expect(metrics.microF1).toBeCloseTo((2 * 2) / (4 + 3), 10)
})
