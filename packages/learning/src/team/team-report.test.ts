import { expect, it } from 'vitest'
import { type JudgedMessage, NONE, teamReport } from './team-report'

const row = (id: string, truth: string | null, prediction: string | null, more: Partial<JudgedMessage> = {}) =>
  ({ id, lang: 'en', truth, prediction, best: prediction, confidence: 0.9, ...more }) as const

const rows = [
  row('1', 'book_room', 'book_room'),
  row('2', 'book_room', 'order_book', { confidence: 0.6, lang: 'zh' }),
  row('3', null, 'greet', { confidence: 0.8 }),
  row('4', null, null, { best: 'greet', confidence: 0.1 }),
]

it('counts what was right, none of the labels among them, by language, label and pair', () => {
  const report = teamReport(rows)
  expect(report).toMatchObject({ n: 4, accuracy: 0.5, comparison: null })
  expect(report.languages).toMatchObject({ en: { n: 3 }, zh: { n: 1, accuracy: 0 } })
  expect(report.labels.find(({ name }) => name === NONE)).toMatchObject({ n: 2, recall: 0.5, precision: 1 })
  expect(report.confusion).toContainEqual({ truth: 'book_room', prediction: 'order_book', count: 1 })
})

it('lists what was wrong, the surest first, by its id alone', () => {
  expect(teamReport(rows).errors.map(({ id }) => id)).toEqual(['3', '2'])
})

it('sets confidence against how often it was right, in parts of equal size', () => {
  const many = Array.from({ length: 100 }, (_unused, index) =>
    row(String(index), 'a', index % 2 === 0 ? 'a' : 'b', { confidence: index / 100 }),
  )
  const { reliability } = teamReport(many)
  expect(reliability).toHaveLength(10)
  expect(reliability[9]).toMatchObject({ n: 10, accuracy: 0.5 })
  expect(reliability[9]?.confidence).toBeCloseTo(0.945)
})

it('asks of confidence only where a label is true: a message of none of them, refused or not, is no wrong guess', () => {
  const sure = [row('1', 'a', 'a', { confidence: 1 }), row('2', 'a', null, { best: 'a', confidence: 1 })]
  const outside = [row('3', null, null, { best: 'a', confidence: 0.3 }), row('4', null, 'a', { confidence: 0.9 })]
  const { ece, reliability, accuracy } = teamReport([...sure, ...outside])
  expect(ece).toBe(0)
  expect(reliability.reduce((sum, { n }) => sum + n, 0)).toBe(2)
  expect(accuracy).toBe(0.5)
})

it('compares two models on the messages that both had not learnt from', () => {
  const compared = [row('1', 'a', 'a', { other: 'b' }), row('2', 'a', 'a', { other: 'a' }), row('3', 'a', 'b')]
  expect(teamReport(compared).comparison).toMatchObject({ rows: 2, won: 1, lost: 0, accuracy: 1, otherAccuracy: 0.5 })
})

it('has figures for nothing, too', () => {
  expect(teamReport([])).toMatchObject({ n: 0, accuracy: 0, ece: 0, errors: [], reliability: [] })
})
