import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluateMemory } from './memory'

const said = (id: string, speaker: string, text: string) => ({ id, speaker, text })
const FILLER = ['Nice weather today.', 'See you at lunch.', 'My train was late.', 'I like that song.', 'Good night!']
const CHAT = {
  speakers: ['Ann', 'Ben'],
  sessions: [
    {
      time: '9:05 am on 8 May, 2023',
      turns: [
        said('1:1', 'Ann', 'I adopted a puppy called Biscuit.'),
        said('1:2', 'Ben', 'I bought a telescope for the balcony.'),
        ...FILLER.map((text, at) => said(`1:${at + 3}`, 'Ben', text)),
      ],
    },
    { time: '1:56 pm on 20 June, 2023', turns: [said('2:1', 'Ann', 'Biscuit learned to swim in the lake.')] },
  ],
  qa: [
    { question: 'What did Ann adopt?', answer: 'a puppy', evidence: ['1:1'], kind: 'single-hop' },
    { question: 'Where did Biscuit learn to swim?', answer: 'in the lake', evidence: ['2:1'], kind: 'single-hop' },
    { question: 'What did Ben buy?', answer: 'a telescope', evidence: ['1:7'], kind: 'multi-hop' },
    { question: 'Which zeppelin did Ann rent?', answer: 'none', evidence: [], kind: 'adversarial (not answerable)' },
    { question: 'Is there anything nobody said?', answer: 1, evidence: [], kind: 'open' },
  ],
}

describe('eval memory', () => {
  let directory: string
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'memory-'))
  })
  afterAll(() => rm(directory, { recursive: true }))

  const evaluate = async (chat: object) => {
    const test = join(directory, 'chats.jsonl')
    await writeFile(test, JSON.stringify(chat))
    return evaluateMemory({ test, encoder: null, version: '1' })
  }

  it('counts turns that answer among five, refusals, and leaves out what names no turn', async () => {
    const report = await evaluate(CHAT)
    expect(report).toMatchObject({ task: 'memory', n: 4, sentenceHit5: 2 / 3, refusalRecall: 1, encoder: null })
    expect(report.kinds).toEqual({ 'single-hop': 1, 'multi-hop': 0 })
    expect(report.lang.en?.n).toBe(4)
  })

  it('names file, line and field of what does not fit', async () => {
    const broken = { ...CHAT, sessions: [{ time: 'some day', turns: [] }] }
    await expect(evaluate(broken)).rejects.toThrow(/chats\.jsonl.*sessions\.0\.time/s)
  })
})
