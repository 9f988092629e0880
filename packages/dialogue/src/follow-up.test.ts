import { describe, expect, it } from 'vitest'
import { readingsOf } from './follow-up'
import { readQuestion } from './read-question'
import { turnOf } from './testing/conversation-of'

const read = (text: string) => readQuestion(text, { turn: turnOf(text) })
const readings = (text: string, last?: string) => readingsOf(text, last === undefined ? undefined : read(last), read)

describe('an elliptic question takes over the one before it', () => {
  it.each([
    ['年假有几天？', '那病假呢？', '病假有几天？'],
    ['正式员工的年假有几天？', '那病假呢？', '正式员工的病假有几天？'],
    ['正式员工的年假有几天？', '实习生呢', '实习生的年假有几天？'],
    ['北京的住宿标准是多少？', '那其他城市呢？', '其他城市的住宿标准是多少？'],
    ['这周的值班安排是什么？', '那下周呢？', '下周的值班安排是什么？'],
  ])('%s %s', (last, text, expected) => {
    expect(readings(text, last)[0]?.question).toBe(expected)
  })

  it.each([
    ['How many days of annual leave do I have?', 'What about sick leave?', 'How many days of sick leave do I have?'],
    ['What is the hotel limit for managers?', 'and for contractors?', 'What is the hotel limit for contractors?'],
    ['Who is on call this week?', 'And next week?', 'Who is on call next week?'],
    [
      'How many days of annual leave do full-time employees have?',
      'and for contractors?',
      'How many days of annual leave do contractors have?',
    ],
    ['How much leave do I get?', 'and for contractors?', 'How much leave do I get: for contractors'],
  ])('%s %s', (last, text, expected) => {
    expect(readings(text, last)[0]?.question).toBe(expected)
  })
})

it('takes the previous question along for a pronoun, and reads the question alone next', () => {
  expect(readings('Who approves it?', 'How do I claim expenses?').map(({ question }) => question)).toEqual([
    'How do I claim expenses: Who approves it?',
    'Who approves it?',
  ])
})

it('reads a question that can stand alone as it is, and in context only after that', () => {
  const text = 'When does the office open?'
  expect(readings(text, 'How do I claim expenses?')).toEqual([
    { question: text, focus: null, share: 0, leans: null },
    { question: `How do I claim expenses: ${text}`, focus: 'office open', share: 0.49, leans: 'in-context' },
  ])
  expect(readings('那病假呢？', undefined)).toEqual([{ question: '那病假呢？', focus: null, share: 0, leans: null }])
})

it('demands that the answer names what was asked about anew, unless only the time moved', () => {
  expect(readings('那病假呢？', '年假有几天？')[0]?.focus).toBe('病假')
  expect(readings('那下周呢？', '这周谁值班？')[0]?.focus).toBeNull()
  // A source says 20,000 元以上: no number of the question has to stand there.
  expect(readings('那 30000 元呢？', '采购 8000 元需要谁审批？')[0]).toMatchObject({
    question: '采购 30000 元需要谁审批？',
    focus: null,
  })
})
