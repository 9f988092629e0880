import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runParley } from '../testing/run-parley'

let folder: string
const patience = { timeout: 120_000 }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-eval-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function plant(name: string, rows: readonly unknown[]): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'))
  return path
}

const corpus = [
  {
    id: 'tea',
    title: 'Tea kitchen',
    text: 'The kettle is switched off at 18:00. Cups are washed by whoever used them.',
  },
  { id: 'bike', title: '自行车', text: '自行车停在地下一层，门禁密码每月更换。' },
]

const rooms = [
  'book a room',
  'we need a meeting room at three',
  'reserve the small room',
  '订会议室',
  '帮忙约个房间开会',
]
const thanks = ['thank you', 'thanks for the quick answer', 'much appreciated', '谢谢', '太感谢了']
const examplesOf = (intent: string, texts: readonly string[]) => texts.map((text) => ({ text, intent }))

describe.skipIf(process.env.PARLEY_TEST_WITHOUT_MODEL === '1')('parley eval', () => {
  it('learns from a file, measures on another, and prints one object', patience, async () => {
    const train = await plant('train.jsonl', [...examplesOf('room', rooms), ...examplesOf('thank', thanks)])
    const test = await plant('intents.jsonl', [
      { text: 'book a meeting room for tomorrow at ten', intent: 'room', lang: 'en' },
      { text: '帮我订一间明天上午的会议室', intent: 'room', lang: 'zh' },
      { text: 'thanks a lot for your help', intent: 'thank', lang: 'en' },
    ])
    const { code, stdout, stderr } = await runParley(['eval', 'intents', '--train', train, '--test', test, '--json'])
    expect(code, stderr).toBe(0)
    const report = JSON.parse(stdout)
    expect(report).toMatchObject({ task: 'intents', n: 3, encoder: 'multilingual-e5-small-q4/g1', version: '0.1.0' })
    expect(report).toMatchObject({ accuracy: 1, seeds: [1] })
    expect(Object.keys(report.lang).sort()).toEqual(['en', 'zh'])
    expect(stderr).toContain('seed 1')
  })

  it.each([
    ['labels', { label: 'room' }, { accuracy: 1, macroF1: 1 }],
    ['multi-intents', { intents: ['room'] }, { exactMatch: 1, microF1: 1 }],
    ['slots', { intent: 'room', slots: [] }, { intentAccuracy: 1, slotF1: 1, sentenceAccuracy: 1 }],
    ['entities', { entities: [] }, { f1: 1, precision: 1, recall: 1 }],
  ])('measures %s', patience, async (task, ofRoom, figures) => {
    const ofThanks = { label: 'thank', intents: ['thank'], intent: 'thank' }
    const span = (text: string) => [{ start: 0, end: text.length, type: 'gratitude' }]
    const train = await plant(`${task}-train.jsonl`, [
      ...[...rooms, ...rooms].map((text) => ({ text, ...ofRoom })),
      ...thanks.map((text) => ({ text, ...ofThanks, slots: span(text), entities: span(text) })),
      // A file without messages of several intents would be mixed: this one has them.
      ...(task === 'multi-intents'
        ? thanks.map((text) => ({ text: `${text}, book a room`, intents: ['thank', 'room'] }))
        : []),
    ])
    const thankYou = { text: 'thank you', ...ofThanks, slots: span('thank you'), entities: span('thank you') }
    const test = await plant(`${task}.jsonl`, [{ text: 'book a room', ...ofRoom }, thankYou])
    const { code, stdout, stderr } = await runParley(['eval', task, '--train', train, '--test', test, '--json'])
    expect(code, stderr).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ task, n: 2, version: '0.1.0', ...figures })
  })

  it('measures retrieval and answers on a corpus', patience, async () => {
    const corpusFile = await plant('corpus.jsonl', corpus)
    const queries = await plant('queries.jsonl', [
      { id: '1', text: 'When is the kettle switched off?', answers: [{ text: '18:00', doc: 'tea' }] },
      { id: '2', text: '自行车停在哪里？', answers: [{ text: '地下一层', doc: 'bike' }] },
    ])
    const qrels = await plant('qrels.tsv', ['1\ttea\t1', '2\tbike\t1'])
    const files = ['--corpus', corpusFile, '--queries', queries]
    const retrieval = await runParley(['eval', 'retrieval', ...files, '--qrels', qrels, '--json'])
    expect(JSON.parse(retrieval.stdout)).toMatchObject({ task: 'retrieval', n: 2, hybrid: { ndcg10: 1 } })
    const answers = await runParley(['eval', 'answers', ...files, '--json'])
    expect(answers.code, answers.stderr).toBe(0)
    expect(JSON.parse(answers.stdout)).toMatchObject({ task: 'answers', n: 2, version: '0.1.0' })
  })

  it('shows people a table', patience, async () => {
    const test = await plant('tasks.jsonl', [
      {
        now: '2026-11-23T09:00:00+08:00',
        speaker: 'a',
        directory: [{ id: 'b', name: '王伟', aliases: [] }],
        text: '请把周报发给客户，王伟明天做',
        expect: { tasks: [{ title_keywords: ['周报'], assignee: 'b', due: '2026-11-24' }] },
      },
    ])
    const { code, stdout } = await runParley(['eval', 'tasks', '--test', test])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^precision +/m)
    expect(stdout).toMatch(/Measured on 1 rows in [\d.]+ s\./)
  })

  it('names file, line and field of what it cannot use, with exit code 2', patience, async () => {
    const test = await plant('broken.jsonl', [{ text: 'hello', intent: 'greet' }, { text: 'hello' }])
    const { code, stdout, stderr } = await runParley(['eval', 'intents', '--test', test, '--json'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(`${test}:2: “intent”`)
    expect(stderr).not.toContain('    at ')
  })
})

describe.skipIf(process.env.PARLEY_TEST_WITHOUT_MODEL === '1')('parley understand', () => {
  it('reads a text without a server', patience, async () => {
    const { code, stdout } = await runParley(['understand', '--json', '请帮我订一间明天下午三点的会议室'])
    expect(code).toBe(0)
    const { understanding } = JSON.parse(stdout)
    expect(understanding).toMatchObject({ language: 'zh', intent: { name: 'book_room', features: 'encoder+ngrams' } })
    expect(understanding.slots.map(({ value }: { value: { type: string } }) => value.type)).toContain('datetime')
  })

  it('tells why when asked', patience, async () => {
    const { stdout } = await runParley(['understand', '--why', '--lang', 'zh', 'thank you so much'])
    for (const title of ['候选排序', '阈值', '最相近的例句', '每个词对“thank”的作用', '第二候选'])
      expect(stdout).toContain(title)
    // The words' shares lead from the confidence without any to the one with all of them.
    const figures = [...stdout.matchAll(/^ {2}(\S.*?) +([+−]?)([\d.]+) % *[-+]*$/gm)].map(
      ([, word = '', sign, figure]) => ({
        word,
        value: Number(figure) * (sign === '−' ? -1 : 1),
      }),
    )
    const at = (word: string) => figures.find((row) => row.word === word)?.value ?? Number.NaN
    const shares = ['thank', 'you', 'so', 'much'].map(at)
    const sum = shares.reduce((total, share) => total + share, 0)
    expect(Math.abs(at('一个词都没有时') + sum - at('合计'))).toBeLessThan(0.4)
  })

  it('does without a model directory that has none to give: one line, no stack', patience, async () => {
    const environment = { PARLEY_MODEL_DIR: join(folder, 'empty'), PATH: '/nonexistent' }
    const { code, stdout, stderr } = await runParley(['understand', 'hello'], { environment })
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('The language model cannot be used')
    expect(stderr).not.toContain('    at ')
  })
})
