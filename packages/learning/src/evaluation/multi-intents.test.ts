import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMatrixProduct } from '@parley/inference'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { evaluateMultiIntents } from './multi-intents'

const product = createMatrixProduct()
let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'parley-eval-multi-intents-'))
})
afterAll(async () => {
  await product.close()
  await rm(directory, { recursive: true, force: true })
})

async function evaluateRows(train: readonly object[], testRows: readonly object[]) {
  const write = async (name: string, rows: readonly object[]) => {
    await writeFile(join(directory, name), rows.map((row) => JSON.stringify(row)).join('\n'))
    return join(directory, name)
  }
  const files = { train: await write('train.jsonl', train), test: await write('test.jsonl', testRows) }
  return evaluateMultiIntents({ ...files, encoder: null, product, version: '0.0.0' })
}

const play = (index: number) => ({ text: `play song number ${index}`, intent: 'play' })
const weather = (index: number) => ({ text: `will it rain on day ${index}`, intent: 'weather' })
const several = (index: number) => ({
  text: `play song number ${index} and will it rain on day ${index}`,
  intents: ['weather', 'play'],
})
const numbered = <Row>(make: (index: number) => Row, count: number, from = 0) =>
  Array.from({ length: count }, (_unused, index) => make(from + index))
const alone = ({ text, intent }: { text: string; intent: string }) => ({ text, intents: [intent] })

test('messages of several intents are understood from examples of one', async () => {
  const report = await evaluateRows(
    [...numbered(play, 20), ...numbered(weather, 20)],
    [...numbered(several, 5, 40), ...numbered(play, 3, 50).map(alone), ...numbered(weather, 3, 50).map(alone)],
  )
  expect(report).toMatchObject({ task: 'multi-intents', n: 11 })
  expect(report.mixtures).toBeGreaterThan(0)
  expect(report.exactMatch).toBeGreaterThanOrEqual(0.9)
})

test('nothing is made up where the file has messages of several intents', async () => {
  const rows = [...numbered(play, 12), ...numbered(weather, 12), ...numbered(several, 12)]
  expect((await evaluateRows(rows, numbered(several, 3, 40))).mixtures).toBe(0)
})

test('several intents may be joined by #, and a missed one is counted', async () => {
  const joined = numbered(several, 12).map(({ text }) => ({ text, intent: 'play#weather' }))
  const rows = [...numbered(play, 12), ...numbered(weather, 12), ...joined]
  const wrong = numbered(several, 2, 40).map(({ text }) => ({ text, intents: ['play'] }))
  const report = await evaluateRows(rows, [...numbered(several, 2, 40), ...wrong])
  expect(report.exactMatch).toBe(0.5)
  // Six of the eight labels given are right, and all six true ones are given.
  expect(report.microF1).toBeCloseTo(12 / 14, 10)
})

test('a row without intents is refused by file, line and field', async () => {
  await expect(evaluateRows([play(1), { text: 'hello' }], [several(1)])).rejects.toThrow(
    /train\.jsonl:2: field "intents"/,
  )
})
