import { describe, expect, it } from 'vitest'
import { createAnswerer } from './answer'
import { editionOf } from './editions'
import { createHybridIndex } from './hybrid-index'

describe('the edition of a document', () => {
  it.each([
    ['Port of Kelstrand: operations handbook, 2026 edition', 2026],
    ['Port of Kelstrand: operations handbook, 2021 edition (superseded)', 2021],
    ['Port of Kelstrand operations handbook (3rd edition)', 3],
    ['Port of Kelstrand – operations handbook v2.1', 2.1],
  ])('is read apart from its name: %s', (called, number) => {
    expect(editionOf(called)).toEqual({ name: 'port of kelstrand operations handbook', number })
  })

  it.each([
    ['明湖医院住院病区管理手册（2026 版）', 2026],
    ['明湖医院住院病区管理手册（2022 版，已废止）', 2022],
    ['明湖医院住院病区管理手册（第3版）', 3],
    ['明湖医院住院病区管理手册 2024', 2024],
  ])('and in Chinese: %s', (called, number) => {
    expect(editionOf(called)).toEqual({ name: '明湖医院住院病区管理手册', number })
  })

  it.each(['Annual report 2025', 'Minutes 2025-09-12', '2025 年度总结', 'Room 12', 'Leave policy'])(
    'is not read out of a date or a number: %s',
    (called) => {
      expect(editionOf(called)).toBeNull()
    },
  )
})

describe('a question that two editions answer', () => {
  const handbook = (year: number, knots: number) => ({
    id: `port-${year}`,
    title: `port-${year}.md`,
    mimeType: 'text/markdown' as const,
    text: `# Operations handbook, ${year} edition\n\n## Speed\n\nInside the breakwater the limit is ${knots} knots.`,
  })
  const answerOf = async (question: string) => {
    const index = createHybridIndex({ encoder: null })
    for (const document of [handbook(2026, 6), handbook(2021, 8)]) await index.addDocument(document)
    const answerer = createAnswerer({ index, encoder: null })
    return answerer.answer({ question, mayRead: () => true })
  }

  it('is answered by the newer one alone', async () => {
    const { citations } = await answerOf('What is the speed limit inside the breakwater?')
    expect(citations.map(({ documentId }) => documentId)).toEqual(['port-2026'])
  })

  it('is asked of both where it names one', async () => {
    const { citations } = await answerOf('What was the speed limit inside the breakwater in the 2021 edition?')
    expect(citations.map(({ documentId }) => documentId)).toContain('port-2021')
  })
})
