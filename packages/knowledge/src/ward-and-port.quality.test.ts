import { fileURLToPath } from 'node:url'
import type { Encoder } from '@parley/inference'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readHandbook } from '../testing/read-handbook'
import { isWithoutModel, openTestEncoder } from '../testing/test-encoder'
import { createAnswerer } from './answer'
import { createHybridIndex } from './hybrid-index'

const DATA = fileURLToPath(new URL('../data/ward-and-port', import.meta.url))
const isOpen = (documentId: string) => !documentId.endsWith('-incident')

/** Two handbooks with an earlier edition each, and questions that were written before any of them was asked. */
describe.skipIf(isWithoutModel)('two handbooks with traps', () => {
  let encoder: Encoder
  beforeAll(async () => {
    encoder = await openTestEncoder()
  })
  afterAll(() => encoder?.close())

  it('answers most of what they say, seldom wrongly, and nothing that they do not say or that is not for the asker', async () => {
    const { documents, questions } = await readHandbook(DATA)
    const index = createHybridIndex({ encoder })
    for (const document of documents) await index.addDocument(document)
    const answerer = createAnswerer({ index, encoder })
    const counts = { right: 0, wrong: 0, refused: 0, silent: 0, madeUp: 0 }
    for (const { text, answers } of questions) {
      const { kind, citations } = await answerer.answer({ question: text, mayRead: isOpen })
      expect(citations.every(({ documentId }) => isOpen(documentId))).toBe(true)
      const holds = ({ quote, documentId }: (typeof citations)[number]) =>
        answers.some((answer) => answer.doc === documentId && quote.includes(answer.text))
      if (answers.length === 0) counts[kind === 'answer' ? 'madeUp' : 'silent']++
      else if (kind === 'unknown') counts.refused++
      else counts[citations[0] && holds(citations[0]) ? 'right' : 'wrong']++
    }
    console.info('ward and port', counts)
    expect(counts.right).toBeGreaterThanOrEqual(RIGHT)
    expect(counts.wrong).toBeLessThanOrEqual(WRONG)
    expect(counts.madeUp).toBe(0)
  }, 600_000)
})

const RIGHT = 41
const WRONG = 1
