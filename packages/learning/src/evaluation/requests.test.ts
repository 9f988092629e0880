import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMatrixProduct, type MatrixProduct } from '@parley/inference'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluateRequests } from './requests'

let directory = ''
let product: MatrixProduct
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'parley-requests-'))
  product = createMatrixProduct()
})
afterAll(async () => {
  await product.close()
  await rm(directory, { recursive: true, force: true })
})

async function write(name: string, rows: readonly object[]): Promise<string> {
  const file = join(directory, name)
  await writeFile(file, rows.map((row) => JSON.stringify(row)).join('\n'))
  return file
}

const things = ['report', 'contract', 'slides', 'budget', 'agenda', 'invoice', 'guide', 'draft', 'poster', 'plan']
const asked = things.map((thing) => ({ text: `please send the ${thing}`, intent: 'ask' }))
const told = things.map((thing) => ({ text: `yesterday was about my ${thing}`, intent: 'none' }))

describe('evaluateRequests', () => {
  it('finds the requests of a kind it was trained on, and takes a wrong label as a miss', async () => {
    const train = await write('train.jsonl', [...asked, ...told])
    const rows = [
      { text: 'please send the letter', intent: 'ask' },
      { text: 'yesterday was about my letter', intent: 'none' },
    ]
    const right = await evaluateRequests({ train, test: await write('right.jsonl', rows), encoder: null, product })
    expect(right).toMatchObject({ n: 2, precision: 1, recall: 1, f1: 1, lang: { en: { f1: 1 } } })
    const swapped = rows.map(({ text, intent }) => ({ text, intent: intent === 'ask' ? 'none' : 'ask' }))
    const wrong = await evaluateRequests({ train, test: await write('wrong.jsonl', swapped), encoder: null, product })
    expect(wrong).toMatchObject({ precision: 0, recall: 0, f1: 0 })
  })

  it('names file, line and field of a row that does not fit', async () => {
    const test = await write('bad.jsonl', [{ text: 'hello' }])
    await expect(evaluateRequests({ test, encoder: null, product })).rejects.toThrow(/bad\.jsonl:1: field "intent"/)
  })
})
