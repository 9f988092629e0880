import { describe, expect, it } from 'vitest'
import { rowsNamedElsewhere } from './rows-named-elsewhere'

function hitOf(...rows: string[]) {
  const text = rows.join('\n')
  let start = 0
  const units = rows.map((row) => {
    const unit = { start, end: start + row.length, kind: 'table-row' as const, group: 1 }
    start += row.length + 1
    return unit
  })
  return { passage: { text, start: 0 }, units }
}

const HOTELS = hitOf('城市：北京、上海、深圳；上限：600 元', '城市：成都；上限：480 元', '城市：其他；上限：400 元')
const ABROAD = hitOf('城市：东京；上限：1100 元', '城市：柏林；上限：900 元')
const OFFICES = hitOf('Office: Berlin; Desks: 30', 'Office: New York; Desks: 80', 'Office: York; Desks: 12')
const APPROVAL = hitOf('Order value: up to 5,000; Approval: team lead', 'Order value: above 5,000; Approval: board')

/** The rows that are left, by what they begin with. */
function left(question: string, ...hits: ReturnType<typeof hitOf>[]): string[] {
  const ruledOut = rowsNamedElsewhere(question, hits)
  return hits.flatMap(({ passage, units }) =>
    units
      .filter((unit) => !ruledOut.has(unit))
      .map(({ start, end }) => passage.text.slice(start, end).split(/[；;]/)[0]!),
  )
}

describe('rows that are about something else than the question names', () => {
  it.each([
    ['去上海出差住宿上限是多少？', ['城市：北京、上海、深圳']],
    ['去东京出差住宿上限是多少？', ['城市：东京']],
    ['成都和柏林的上限分别是多少？', ['城市：成都', '城市：柏林']],
  ])('are ruled out, in whatever table with such a column they stand: %s', (question, expected) => {
    expect(left(question, HOTELS, ABROAD)).toEqual(expected)
  })

  it('stay where the question names none of them', () => {
    expect(left('住宿上限是多少？', HOTELS)).toHaveLength(3)
    expect(left('去杭州出差住宿上限是多少？', HOTELS)).toHaveLength(3)
  })

  it('stay in tables of other columns', () => {
    expect(left('How many desks are there in Berlin?', OFFICES, HOTELS)).toEqual([
      'Office: Berlin',
      ...left('', HOTELS),
    ])
  })

  it('are told by whole words, in any case', () => {
    expect(left('how many desks has NEW YORK?', OFFICES)).toEqual(['Office: New York', 'Office: York'])
    expect(left('How many desks do Yorkers have?', OFFICES)).toHaveLength(3)
  })

  it('are none where the column holds numbers: those are compared', () => {
    expect(left('Who approves orders above 5,000?', APPROVAL)).toHaveLength(2)
  })
})
