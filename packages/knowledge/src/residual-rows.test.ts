import { describe, expect, it } from 'vitest'
import { createAnswerer } from './answer'
import { createHybridIndex } from './hybrid-index'
import { placesAskedOf } from './residual-rows'

describe('places that a question names', () => {
  it.each([
    ['去成都出差住酒店一晚能报多少？', ['成都']],
    ['在苏州住一晚多少钱？', ['苏州']],
    ['What is the hotel limit in Chengdu?', ['Chengdu']],
    ['住宿标准是多少？', []],
  ])('%s', (question, places) => {
    expect(placesAskedOf(question)).toEqual(places)
  })
})

describe('a place that no row of a table names', () => {
  const table = (...rows: string[]) => ['| City | Hotel limit |', '|---|---|', ...rows].join('\n')
  const answerOf = async (question: string, text: string) => {
    const index = createHybridIndex({ encoder: null })
    await index.addDocument({ id: 'd', title: 'Travel', mimeType: 'text/markdown', text: `# Travel\n\n${text}` })
    return createAnswerer({ index, encoder: null }).answer({ question, mayRead: () => true })
  }

  it('is answered by the row that holds for all others', async () => {
    const text = table('| Shanghai | 600 yuan |', '| Elsewhere in China | 450 yuan |')
    const { citations } = await answerOf('What is the hotel limit in Chengdu?', text)
    expect(citations[0]?.quote).toContain('450 yuan')
    expect(citations[0]?.quote).not.toContain('600 yuan')
  })

  it('is answered by the whole table where several rows may', async () => {
    const text = table('| Shanghai | 600 yuan |', '| Other capitals | 450 yuan |', '| Other cities | 380 yuan |')
    const { citations } = await answerOf('What is the hotel limit in Chengdu?', text)
    expect(citations[0]?.quote).toContain('450 yuan')
    expect(citations[0]?.quote).toContain('380 yuan')
  })

  it('and by no other row where one names it', async () => {
    const text = table('| Chengdu | 500 yuan |', '| Elsewhere in China | 450 yuan |')
    const { citations } = await answerOf('What is the hotel limit in Chengdu?', text)
    expect(citations[0]?.quote).toContain('500 yuan')
  })
})
