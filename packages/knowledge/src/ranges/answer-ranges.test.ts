import type { Encoder } from '@parley/inference'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isWithoutModel, openTestEncoder } from '../../testing/test-encoder'
import { type Answerer, createAnswerer } from '../answer'
import { createHybridIndex } from '../hybrid-index'

const LEAVE = `# 休假制度

## 年假

员工按工龄享受带薪年假，未休完的年假可以结转五天到次年三月底。

| 工龄 | 年假 |
|---|---|
| 不满 1 年 | 5 天 |
| 满 1 年不满 5 年 | 10 天 |
| 满 5 年不满 10 年 | 15 天 |
| 10 年以上 | 20 天 |

## 病假

- 病假 3 天以内：直属上级审批
- 病假超过 3 天：部门总监审批
`

const BUYING = `# Buying

## Approval

Every order needs an approval before it is placed.

| Order value | Approved by |
|---|---|
| up to 5,000 euros | team lead |
| over 5,000 and up to 50,000 euros | finance director |
| more than 50,000 euros | board |

## Delivery

Goods are checked within three working days of delivery.
`

describe.skipIf(isWithoutModel)('an answer from a table of ranges', () => {
  let encoder: Encoder
  let answerer: Answerer
  beforeAll(async () => {
    encoder = await openTestEncoder()
    const index = createHybridIndex({ encoder })
    const mimeType = 'text/markdown'
    await index.addDocument({ id: 'leave', title: '休假制度', mimeType, text: LEAVE })
    await index.addDocument({ id: 'buying', title: 'Buying', mimeType, text: BUYING })
    answerer = createAnswerer({ index, encoder })
  })
  afterAll(() => encoder.close())

  it.each([
    ['工龄 6 年，有几天年假？', '满 5 年不满 10 年'],
    ['工龄十二年，年假有几天？', '10 年以上'],
    ['工龄 3 年有多少天年假？', '满 1 年不满 5 年'],
    ['工龄满 5 年，有几天年假？', '满 5 年不满 10 年'],
    ['请 2 天病假由谁审批？', '3 天以内'],
    ['请 7 天病假由谁审批？', '超过 3 天'],
    ['Orders above 5,000 euros need whose approval?', 'finance director'],
    ['Who approves an order of 800 euros?', 'team lead'],
    ['Who approves an order worth 120,000 euros?', 'board'],
  ])('is the row that holds the number: %s', async (question, expected) => {
    const { kind, citations } = await answerer.answer({ question, mayRead: () => true })
    expect([kind, citations[0]?.quote]).toEqual(['answer', expect.stringContaining(expected)])
    const rows = ['不满 1 年', '满 1 年不满 5 年', '满 5 年不满', '10 年以上', 'team lead', 'finance', 'board']
    const quoted = rows.filter((row) =>
      citations.some(({ quote }) =>
        quote.split('\n').some((line) => line.includes(`：${row}`) || line.includes(`: ${row}`)),
      ),
    )
    expect(quoted.length).toBeLessThanOrEqual(1)
  })
})
