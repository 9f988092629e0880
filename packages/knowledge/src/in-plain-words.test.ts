import { describe, expect, it } from 'vitest'
import type { Citation } from './answer-types'
import { inPlainWords } from './in-plain-words'
import { plainQuery, readQuery } from './query/read-query'

const citation = (title: string, quote: string): Citation => ({
  ...{ documentId: 'd', passageId: 'd#0', title, headingPath: [], start: 0, end: quote.length, quote, score: 1 },
})
const hotel = citation('差旅与报销', '城市：北京；住宿上限（每晚）：600 元')
const plain = (question: string, near = hotel) => inPlainWords(plainQuery(question), near)?.text

describe('a Chinese question that was not answered', () => {
  it('is put in the words of the closest passage, without what it says in passing', () => {
    expect(plain('出差住酒店每晚最多能报多少钱？')).toMatch(/^差旅住住宿每晚上限 报/)
  })

  it('keeps a word that the passage writes too', () => {
    expect(plain('出差住酒店要给公司报多少？', citation('出差', '酒店最多 600 元，住宿自理'))).toContain('出差住酒店')
  })

  it('that is long is asked without its fillers, even where no word is another', () => {
    const near = citation('差旅与报销', '出差结束后 15 天内在财务系统填写报销单。')
    expect(plain('如果出差回来忘了交报销单，最晚多少天之内还能报？', near)).toMatch(/^出差回来忘了交报销单 多少天 报/)
  })

  it('that is short and in the words of the passage is asked as it was, and so is an English one', () => {
    expect(plain('年假每年能结转几天？', citation('年假', '年假最多结转 5 天'))).toBeUndefined()
    expect(plain('How much may a hotel cost?')).toBeUndefined()
  })

  it('leaves out what it left out before', () => {
    const query = readQuery({ text: '除了北京，出差住酒店每晚最多能报多少钱？' })
    const again = inPlainWords(query, hotel)
    expect(again?.parts.map(({ kind }) => kind)).toEqual(query.parts.map(({ kind }) => kind))
    expect(again?.parts.every(({ span }) => span === undefined)).toBe(true)
  })
})
