import { describe, expect, it } from 'vitest'
import { segmentOf } from '../document-segment'
import { parseDocument } from '../parse-document'
import { DocumentComparison } from './compare-documents'

function compare(texts: Readonly<Record<string, string>>) {
  const comparison = new DocumentComparison()
  for (const [id, text] of Object.entries(texts)) {
    const { plainText, passages } = segmentOf({ id, title: id }, parseDocument({ mimeType: 'text/markdown', text }))
    comparison.add({ id, plainText, passages })
  }
  return comparison.finish()
}
const saidOtherwise = (one: string, other: string) =>
  compare({ one, other }).contradictions.map((found) => [found.one.text, found.other.text])

const LONG = Array.from(
  { length: 60 },
  (_, at) => `Rule ${'abcdefghij'[at % 10]}${at} of the house says that thing ${at} matters.`,
)

describe('documents that say nearly the same', () => {
  it('are found, and how alike they are', () => {
    const changed = LONG.map((line, at) => (at === 30 ? 'Here stands something else altogether.' : line))
    const { doubles } = compare({ a: LONG.join('\n'), b: changed.join('\n'), c: 'Something else stands in this one.' })
    expect(doubles.map(({ ids }) => ids)).toEqual([['a', 'b']])
    expect(doubles[0]?.likeness).toBeGreaterThan(0.8)
  })

  it('in Chinese too', () => {
    const text =
      '员工每年享有带薪年假，入职满一年后可以申请。请假须提前三个工作日在系统中提交，由直属主管审批。病假须提供医院证明。'
    expect(compare({ a: text, b: `${text}特殊情况另行说明。` }).doubles).toHaveLength(1)
  })

  it('are not those that share a paragraph', () => {
    const { doubles } = compare({ a: LONG.slice(0, 30).join('\n'), b: LONG.slice(25).join('\n') })
    expect(doubles).toEqual([])
  })
})

describe('documents that contradict each other', () => {
  it.each([
    ['A hotel night may cost 120 euros.', 'A hotel night may cost 150 euros.'],
    ['年假为十五天，按入职时间折算。', '年假为20天，按入职时间折算。'],
    ['The contract with Brightline ends on 31 May 2026.', 'The contract with Brightline ends on 2026-06-30.'],
    ['Room 4 has 12 seats for guests.', 'Room 4 has 14 seats for guests.'],
  ])('say another number or date of the same: %s', (one, other) => {
    expect(saidOtherwise(one, other)).toEqual([[one, other]])
  })

  it.each([
    ['A hotel night may cost 120 euros.', 'A hotel night may cost 120 euros.'],
    ['The limit is three thousand euros a month.', 'The limit is 3,000 euros a month.'],
    ['Room 4 has 12 seats for guests.', 'Room 5 has 14 seats for guests.'],
    ['Step 1: open the garage door.', 'Step 2: open the garage door.'],
    ['第三章 考勤与休假管理制度', '第四章 考勤与休假管理制度'],
    ['# Berlin\n\nThe office opens at 8 every day.', '# Madrid\n\nThe office opens at 9 every day.'],
    ['Open at 8.', 'Open at 9.'],
  ])('are not those that say the same, or speak of something else: %s', (one, other) => {
    expect(saidOtherwise(one, other)).toEqual([])
  })

  it('are told apart from a table that lists many', () => {
    const rows = Array.from({ length: 20 }, (_, at) => `The price of the usual parcel is ${at} euros.`)
    expect(saidOtherwise(rows.join('\n\n'), 'The price of the usual parcel is 99 euros.')).toEqual([])
  })
})
