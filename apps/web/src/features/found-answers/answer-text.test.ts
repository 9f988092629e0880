import type { Citation, SaidSentence } from '@parley/protocol'
import { describe, expect, it } from 'vitest'
import { answerText } from './answer-text'
import type { FoundAnswer } from './use-found-answer'

const words = { origin: 'https://chat.example', source: 'Source', nameOf: () => 'Li Na' }
const citation = { documentId: 'd1', title: 'Travel [2026]', headingPath: ['Hotels'], start: 3, end: 9 } as Citation
const said = { channelId: 'c1', threadId: null, isAlsoInChannel: false, seq: 7, authorId: 'u1' } as SaidSentence
const reply = (more: object) =>
  ({ kind: 'answer', text: 'At most 120 euros.', citations: [], ...more }) as unknown as FoundAnswer['reply']

describe('an answer that somebody posts', () => {
  it('is a quotation that leads to its documents at the quoted place', () => {
    expect(answerText({ reply: reply({ citations: [citation] }) }, words)).toBe(
      '> At most 120 euros.\n>\n> Source: [Travel \\[2026\\] › Hotels](https://chat.example/knowledge?document=d1&start=3&end=9)',
    )
  })

  it('leads to the messages that it rests on', () => {
    expect(answerText({ reply: reply({ said: [said] }) }, words)).toContain('[Li Na](https://chat.example/c/c1/m/7)')
  })

  it('stays a quotation over several lines', () => {
    const content = answerText({ reply: reply({ text: '@everybody\n\nsecond' }) }, words)
    expect(content.split('\n').every((line) => line.startsWith('>'))).toBe(true)
  })
})
