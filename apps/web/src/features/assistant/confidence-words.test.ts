import { type Citation, DocumentId, type MessageCard, type SaidSentence } from '@parley/protocol'
import { expect, it } from 'vitest'
import { confidenceWords } from './confidence-words'

const citation: Citation = {
  documentId: DocumentId.parse('00000000-0000-7000-8000-000000000001'),
  title: 'Handbook',
  headingPath: [],
  quote: 'q',
  start: 0,
  end: 1,
  score: 1,
}
const said = { text: 's' } as SaidSentence
const card = (part: Partial<MessageCard>): MessageCard => ({
  kind: 'answer',
  citations: [citation],
  confidence: 0.9,
  reasons: [],
  taskIds: [],
  repliesTo: null,
  ...part,
})

it.each([
  ['web.assistant.oneSource', {}],
  ['web.assistant.wellSupported', { citations: [citation, citation] }],
  ['web.assistant.oneSource', { citations: [], said: [said] }],
  ['web.assistant.wellSupported', { said: [said] }],
  ['web.assistant.weak', { citations: [citation, citation], confidence: 0.2 }],
  ['web.assistant.notKnown', { citations: [] }],
  ['web.assistant.notKnown', { kind: 'unknown' as const }],
])('says %s', (expected, part) => {
  expect(confidenceWords(card(part))).toBe(expected)
})
