import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluatePairs } from './pairs'

describe('eval pairs', () => {
  let directory: string
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'pairs-'))
  })
  afterAll(() => rm(directory, { recursive: true }))

  const evaluate = async (...rows: readonly object[]) => {
    const test = join(directory, 'pairs.jsonl')
    await writeFile(test, rows.map((row) => JSON.stringify(row)).join('\n'))
    return evaluatePairs({ test, encoder: null, version: '1' })
  }

  it('counts what is told apart, and what is not', async () => {
    const report = await evaluate(
      { a: '怎么预订会议室', b: '怎么预订会议室？', label: 1 },
      { a: '会议室怎么预订？', b: '会议室预订怎么取消？', label: 0 },
      { a: 'How do I book a room?', b: 'how do I book a room', label: 0 },
      { a: 'Who approves 5,000 yuan?', b: 'Who approves 50,000 yuan?', label: 1 },
    )
    expect(report).toMatchObject({ task: 'pairs', n: 4, accuracy: 0.5, precision: 0.5, recall: 0.5, encoder: null })
    expect(report.lang.zh).toMatchObject({ n: 2, accuracy: 1, auc: 1 })
    expect(report.lang.en).toMatchObject({ n: 2, accuracy: 0, auc: 0 })
  })

  it('counts pairs that are as likely as half', async () => {
    const [a, b] = ['Where is the form?', 'where is the form']
    expect(await evaluate({ a, b, label: 1 }, { a, b, label: 0 })).toMatchObject({ auc: 0.5 })
  })

  it('names file, line and field of what does not fit', async () => {
    await expect(evaluate({ a: 'x', b: 'y', label: 1 }, { a: 'x', b: 'y', label: 2 })).rejects.toThrow(
      /pairs\.jsonl.*2.*label/s,
    )
  })
})
