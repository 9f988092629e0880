import { describe, expect, it } from 'vitest'
import { readingsOf } from './follow-up'

describe('an elliptic question takes over the one before it', () => {
  it.each([
    ['年假有几天？', '那病假呢？', '病假有几天？'],
    ['正式员工的年假有几天？', '那病假呢？', '正式员工的病假有几天？'],
    ['正式员工的年假有几天？', '实习生呢', '实习生的年假有几天？'],
    ['北京的住宿标准是多少？', '那其他城市呢？', '其他城市的住宿标准是多少？'],
    ['这周的值班安排是什么？', '那下周呢？', '下周的值班安排是什么？'],
  ])('%s %s', (last, text, expected) => {
    expect(readingsOf(text, last, 'zh')[0]?.question).toBe(expected)
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
    expect(readingsOf(text, last, 'en')[0]?.question).toBe(expected)
  })
})

it('takes the previous question along for a pronoun, and reads the question alone next', () => {
  expect(readingsOf('Who approves it?', 'How do I claim expenses?', 'en').map(({ question }) => question)).toEqual([
    'How do I claim expenses: Who approves it?',
    'Who approves it?',
  ])
})

it('reads a question that can stand alone as it is, and in context only after that', () => {
  const text = 'When does the office open?'
  expect(readingsOf(text, 'How do I claim expenses?', 'en')).toEqual([
    { question: text, focus: null, share: 0 },
    { question: `How do I claim expenses: ${text}`, focus: text, share: 0 },
  ])
  expect(readingsOf('那病假呢？', undefined, 'zh')).toEqual([{ question: '那病假呢？', focus: null, share: 0 }])
})

it('demands that the answer names what was asked about anew, unless only the time moved', () => {
  expect(readingsOf('那病假呢？', '年假有几天？', 'zh')[0]?.focus).toBe('病假')
  expect(readingsOf('那下周呢？', '这周谁值班？', 'zh')[0]?.focus).toBeNull()
})
