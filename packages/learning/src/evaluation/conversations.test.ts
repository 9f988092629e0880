import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createMatrixProduct } from '@parley/inference'
import { IntentClassifier } from '@parley/nlu'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConversations } from './conversation-file'
import { evaluateConversations } from './conversations'
import { EvaluationInputError } from './evaluation-input-error'

const EXAMPLES = {
  ask_policy: [
    'When does the shop open?',
    'when is lunch?',
    'how long is it open',
    '几点开门？',
    '午休多久？',
    '什么时候关门',
  ],
  greet: ['hello', 'hi there', 'good morning', '你好', '早上好', '嗨，在吗'],
  order_book: [
    'I want to order a book',
    'buy a copy of a book',
    'get me that book',
    '我要订书',
    '买一本书',
    '订购图书',
  ],
}

const now = '2026-11-23T09:00:00+08:00'
const docs = [{ title: 'Office', text: 'The office opens at 8 am on working days.' }]
const right = {
  lang: 'en',
  now,
  docs,
  turns: [
    { user: 'Order two copies of "Dune"', expect: { kind: ['flow'], slots: { title: 'Dune', quantity: 2 } } },
    { user: 'When does the office open?', expect: { kind: ['answer', 'unknown'] } },
    { user: 'yes', expect: { kind: ['flow'], contains_any: ['recorded'] } },
  ],
}
const wrong = {
  lang: 'zh',
  now,
  turns: [{ user: '订一本《三体》', expect: { kind: ['flow'], slots: { quantity: 7 } } }],
}

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

async function fileOf(...rows: readonly unknown[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-conversations-'))
  folders.push(folder)
  const file = join(folder, 'test.jsonl')
  await writeFile(file, rows.map((row) => JSON.stringify(row)).join('\n'))
  return file
}

describe('the measurement of conversations', () => {
  let classifier: IntentClassifier

  beforeAll(async () => {
    const examples = Object.entries(EXAMPLES).flatMap(([intent, texts]) => texts.map((text) => ({ text, intent })))
    classifier = await IntentClassifier.train(examples, { encoder: null, product: createMatrixProduct() })
  })

  it('counts turns and conversations, by language, and says what went wrong', async () => {
    const test = await fileOf(right, wrong)
    const result = await evaluateConversations({ test, encoder: null, classifier })
    expect(result).toMatchObject({
      task: 'conversations',
      n: 2,
      turns: 4,
      turnAccuracy: 0.75,
      conversationAccuracy: 0.5,
    })
    expect(result.lang).toMatchObject({ en: { turnAccuracy: 1 }, zh: { turnAccuracy: 0, conversationAccuracy: 0 } })
    expect(result.failures).toHaveLength(1)
    expect(result.failures[0]).toMatchObject({ conversation: 2, turn: 1, problems: ['slot quantity is 1, not 7'] })
  })

  it('knows nothing in a conversation without documents', async () => {
    const turns = [{ user: 'When does the office open?', expect: { kind: ['answer'] } }]
    const test = await fileOf({ ...right, docs: [], turns })
    const { failures } = await evaluateConversations({ test, encoder: null, classifier })
    expect(failures.map(({ turn, reply }) => [turn, reply.kind])).toEqual([[1, 'unknown']])
  })

  it.each([
    [{ ...right, now: 'yesterday' }, 'now'],
    [{ ...right, lang: 'fr' }, 'lang'],
    [{ ...right, turns: [{ user: 'hello', expect: { kind: ['dance'] } }] }, 'turns.0.expect.kind.0'],
    [{ ...right, turns: [] }, 'turns'],
  ])('names file, line and field of an unusable row: %#', async (row, field) => {
    const test = await fileOf(wrong, row)
    const error = await evaluateConversations({ test, encoder: null, classifier }).catch((reason) => reason)
    expect(error).toBeInstanceOf(EvaluationInputError)
    expect(error.place).toEqual({ file: test, line: 2, field })
  })
})

describe('our own conversations', () => {
  const file = (name: string) => fileURLToPath(new URL(`../../data/conversations/${name}`, import.meta.url))

  it.each(['workplace.jsonl', 'workplace-held.jsonl'])('%s holds as many in Chinese as in English', async (name) => {
    const rows = await readConversations(file(name))
    const chinese = rows.filter(({ lang }) => lang === 'zh').length
    expect(rows.length).toBeGreaterThanOrEqual(24)
    expect(chinese).toBe(rows.length - chinese)
  })
})
