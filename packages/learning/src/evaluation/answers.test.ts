import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { evaluateAnswers } from './answers'
import { evaluateRetrieval } from './retrieval'

const CORPUS = [
  { id: 'a', title: 'Canteen', text: 'Lunch is served from noon. A soup costs 3 euros.' },
  { id: 'b', title: '停车场', text: '停车场共有四十个车位。月卡每月260元。' },
  { id: 'c', title: 'Broken', text: '' },
]

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'parley-answers-'))
})
afterEach(() => rm(directory, { recursive: true }))

async function file(name: string, rows: readonly unknown[]): Promise<string> {
  const path = join(directory, name)
  await writeFile(path, rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'))
  return path
}

describe('evaluating retrieval', () => {
  it('measures every way of searching on the judged queries, an unreadable document included', async () => {
    const queries = [
      { id: '1', text: 'soup at lunch' },
      { id: '2', text: '月卡多少钱' },
      { id: '3', text: 'not judged' },
    ]
    const result = await evaluateRetrieval({
      corpus: await file('corpus.jsonl', CORPUS),
      queries: await file('queries.jsonl', queries),
      qrels: await file('qrels.tsv', ['query\tdoc\trelevance', '1\ta\t1', '2\tc\t1']),
      encoder: null,
      version: '1',
    })
    expect(result).toMatchObject({ task: 'retrieval', n: 2, documents: 3, unreadable: 1, dense: null, encoder: null })
    // The second query's document cannot be found: it is empty.
    expect(result.lexical).toEqual({ ndcg10: 0.5, recall10: 0.5, mrr10: 0.5 })
    expect(result.hybrid).toEqual(result.lexical)
    expect(result.lang.en?.ndcg10).toBe(1)
    expect(result.lang.zh?.ndcg10).toBe(0)
  })

  it.each([
    [['1\ta'], /qrels\.tsv:1: field "grade"/],
    [['1\ta\t1', '1\t\t1'], /qrels\.tsv:2: field "doc"/],
    [['9\ta\t1'], /judges none of the queries/],
    [[], /holds no rows/],
  ])('refuses unusable judgements %j', async (rows, message) => {
    const corpus = await file('corpus.jsonl', CORPUS)
    const queries = await file('queries.jsonl', [{ id: '1', text: 'soup' }])
    const qrels = await file('qrels.tsv', rows)
    await expect(evaluateRetrieval({ corpus, queries, qrels, encoder: null, version: '1' })).rejects.toThrow(message)
  })
})

describe('evaluating answers', () => {
  it('counts hits, refusals and wrong citations', async () => {
    const queries = [
      { id: '1', text: 'How much does a soup cost?', answers: [{ text: '3 euros', doc: 'a' }] },
      { id: '2', text: '停车场有多少个车位？', answers: [{ text: '四十个', doc: 'b' }] },
      { id: '3', text: 'Who painted the ceiling of the chapel?', answers: [], about: 'a' },
    ]
    const result = await evaluateAnswers({
      corpus: await file('corpus.jsonl', CORPUS),
      queries: await file('queries.jsonl', queries),
      encoder: null,
      version: '1',
    })
    expect(result).toMatchObject({ task: 'answers', n: 3, unanswerable: 1, sentenceHit1: 1, refusalRecall: 1 })
    expect(result.citationPrecision).toBe(1)
    expect(result.lang.en?.n).toBe(2)
    expect(result.riskCoverage).toBeGreaterThan(0)
  })

  it('names file, line and field of a row without answers', async () => {
    const corpus = await file('corpus.jsonl', CORPUS)
    const queries = await file('queries.jsonl', [
      { id: '1', text: 'soup', answers: [] },
      { id: '2', text: 'soup' },
    ])
    await expect(evaluateAnswers({ corpus, queries, encoder: null, version: '1' })).rejects.toThrow(
      /queries\.jsonl:2: field "answers"/,
    )
    const broken = await file('broken.jsonl', [{ id: '1', text: 'soup', answers: [{ doc: 'a' }] }])
    await expect(evaluateAnswers({ corpus, queries: broken, encoder: null, version: '1' })).rejects.toThrow(
      /broken\.jsonl:1: field "answers\.0\.text"/,
    )
  })
})
