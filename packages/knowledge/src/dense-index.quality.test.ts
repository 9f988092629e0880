import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readHandbook } from '../testing/read-handbook'
import { isWithoutModel, openTestEncoder } from '../testing/test-encoder'
import { DenseIndex } from './dense-index'
import { readDocument } from './document-segment'
import { TopSlots } from './top-slots'
import { vectorCode } from './vector-code'

const DATA = fileURLToPath(new URL('../data', import.meta.url))
const BEST = 10

describe.skipIf(isWithoutModel)('8-bit vectors of real texts', () => {
  let texts: Float32Array[]
  let questions: Float32Array[]
  let encoderId: string

  beforeAll(async () => {
    const encoder = await openTestEncoder()
    encoderId = encoder.id
    const handbook = await readHandbook(DATA)
    const units = handbook.documents.flatMap((document) => {
      const { plainText, passages } = readDocument(document)
      return passages
        .flatMap((passage) => [passage, ...passage.units])
        .map(({ start, end }) => plainText.slice(start, end))
    })
    texts = await sentences(encoder, [...new Set(units)], 'passage')
    questions = await sentences(
      encoder,
      handbook.questions.map(({ text }) => text),
      'query',
    )
    await encoder.close()
  }, 300_000)
  afterAll(() => console.log(`${texts.length} texts, ${questions.length} questions`))

  it('find what 32-bit vectors find: of the ten best at least 99 in a hundred', () => {
    const code = vectorCode(encoderId, texts[0]!.length)
    const index = new DenseIndex(texts[0]!.length, code)
    for (const [slot, text] of texts.entries()) index.set(slot, code.quantise(text))
    const kept = questions.map((question) => {
      const products = new Float32Array(texts.length)
      index.score(question, [{ first: 0, end: texts.length }], products)
      const exact = texts.map((text) => text.reduce((sum, value, at) => sum + value * question[at]!, 0))
      const found = new Set(bestOf(products))
      return bestOf(exact).filter((slot) => found.has(slot)).length
    })
    const recall = kept.reduce((sum, count) => sum + count, 0) / (kept.length * BEST)
    console.log(`recall@${BEST} of 8 bits against 32: ${recall.toFixed(4)}`)
    expect(recall).toBeGreaterThanOrEqual(0.99)
  })
})

function bestOf(scores: Iterable<number>): number[] {
  const top = new TopSlots(BEST)
  let slot = 0
  for (const score of scores) top.offer(slot++, score)
  return top.slots()
}

async function sentences(
  encoder: Awaited<ReturnType<typeof openTestEncoder>>,
  texts: readonly string[],
  purpose: 'passage' | 'query',
): Promise<Float32Array[]> {
  const encodings = []
  for (let at = 0; at < texts.length; at += 32)
    encodings.push(...(await encoder.encode(texts.slice(at, at + 32), { purpose })))
  return encodings.map(({ sentence }) => sentence)
}
