import { expect, it } from 'vitest'
import { createAnswerer } from './answer'
import { createHybridIndex } from './hybrid-index'

const CHINESE = `# 休假

## 年假

| 工龄 | 天数 |
|---|---|
| 不满 1 年 | 5 天 |
| 1 至 5 年 | 10 天 |
| 5 年以上 | 15 天 |

年假以半天为单位，最多可以结转 5 天到次年。`

const ENGLISH = `# Leave

## Annual leave

| Service | Days a year |
|---|---|
| under 1 year | 20 days |
| 1 to 5 years | 25 days |
| over 5 years | 30 days |

Up to 5 days of annual leave are carried over.`

async function quoted(text: string, question: string): Promise<string | undefined> {
  const index = createHybridIndex({ encoder: null })
  await index.addDocument({ id: 'leave', title: 'Leave', mimeType: 'text/markdown', text })
  const { citations } = await createAnswerer({ index, encoder: null }).answer({ question, mayRead: () => true })
  return citations[0]?.quote
}

it.each([
  [CHINESE, '我有几天年假？', '15 天'],
  [CHINESE, '年假有几天？', '15 天'],
  [ENGLISH, 'How many days of annual leave do I have?', '30 days'],
])(
  'gives the table under the heading that says all the question has, not a sentence below it: %#',
  async (text, question, held) => {
    expect(await quoted(text, question)).toContain(held)
  },
)

it.each([
  [CHINESE, '年假最多可以结转几天？', '结转 5 天'],
  [ENGLISH, 'How many days of annual leave are carried over?', 'carried over'],
])('and the sentence, where the question has a word of its own: %#', async (text, question, held) => {
  expect(await quoted(text, question)).toContain(held)
})
