import { expect, it } from 'vitest'
import { recognise } from '../recognisers/recognise'
import { readDeadline } from './read-deadline'
import { withoutRepetition } from './repetition'

// A Saturday.
const situation = { now: '2026-11-28T10:30:00+08:00', timeZone: 'Asia/Shanghai', speakerId: 'me', directory: [] }
const deadline = (text: string) => readDeadline(text, recognise(withoutRepetition(text), situation), situation)

it.each([
  ['send the contract by Friday', '2026-12-04', 'send the contract'],
  ['周五前把合同发给客户', '2026-12-04', '把合同发给客户'],
  ['把合同发给客户，下周三下午三点前', '2026-12-02T15:00:00+08:00', '把合同发给客户'],
  ['send the invoice on Dec 3 at 15:30', '2026-12-03T15:30:00+08:00', 'send the invoice'],
  ['tomorrow', '2026-11-29', ''],
  ['call Ann at 3 pm', '2026-11-28T07:00:00.000Z', 'call Ann'],
  ['本周内交报告', '2026-11-29', '交报告'],
  ['call Ann in 20 minutes', '2026-11-28T10:50:00+08:00', 'call Ann'],
])('"%s" is due %s', (text, due, rest) => {
  expect(deadline(text)).toEqual({ due, rest })
})

it.each([
  'buy milk',
  "prepare tomorrow's demo",
  'write up what happened yesterday',
  '昨天前交报告',
  'water the plants every Monday',
])('"%s" says no deadline, and keeps its words', (text) => {
  expect(deadline(text)).toEqual({ due: null, rest: text })
})
