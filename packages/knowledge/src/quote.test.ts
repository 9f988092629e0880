import { expect, it } from 'vitest'
import { findCandidates } from './answer-candidates'
import { createHybridIndex } from './hybrid-index'
import { plainQuery } from './query/read-query'
import { analyseQuestion } from './question-analysis'
import { quoteOf } from './quote'

async function quoteFor(text: string, holding: string, type: 'procedure' | 'other'): Promise<string> {
  const index = createHybridIndex({ encoder: null })
  await index.addDocument({ id: 'd', title: 'Steps', mimeType: 'text/markdown', text })
  const candidates = await findCandidates({ index, question: analyseQuestion(plainQuery('step')), mayRead: () => true })
  const candidate = candidates.find((one) => one.text.includes(holding))
  if (!candidate) throw new Error(`no unit holds ${holding}`)
  const { start, end } = quoteOf(candidate, type)
  return index.getDocument('d')!.plainText.slice(start, end)
}

const list = (items: number) =>
  `Do this:\n\n${Array.from({ length: items }, (_, at) => `${at + 1}. Step number ${at + 1} is taken with care`).join('\n')}`

it('is the whole list with its introduction when a step is asked for', async () => {
  const quote = await quoteFor(list(5), 'number 3 ', 'procedure')
  expect(quote).toMatch(/^Do this:[\s\S]*number 1 [\s\S]*number 5 /)
})

it('is one item when no procedure is asked for', async () => {
  expect(await quoteFor(list(5), 'number 3 ', 'other')).toBe('Step number 3 is taken with care')
})

it('is of a long list as many items as fit, the one found among them', async () => {
  const quote = await quoteFor(list(18), 'number 4 ', 'procedure')
  expect(quote.length).toBeLessThanOrEqual(400)
  expect(quote.length).toBeGreaterThan(300)
  expect(quote).toContain('number 4 ')
})
