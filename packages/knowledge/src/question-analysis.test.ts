import { describe, expect, it } from 'vitest'
import { findShortAnswer, fitsQuestionType } from './answer-spans'
import { plainQuery } from './query/read-query'
import { analyseQuestion } from './question-analysis'

describe('the type of a question', () => {
  it.each([
    ['Who approves travel?', 'person'],
    ['谁负责审批出差？', 'person'],
    ['When does the office open?', 'time'],
    ['办公室几点开门？', 'time'],
    ['How long is the trial period?', 'duration'],
    ['试用期多长时间？', 'duration'],
    ['How many people fit into Elbe?', 'quantity'],
    ['青城能坐多少人？', 'quantity'],
    ['How much does a door card cost?', 'money'],
    ['补办门禁卡多少钱？', 'money'],
    ['Where is the Porto office?', 'place'],
    ['成都办公区在哪里？', 'place'],
    ['Why was Geolane not chosen?', 'reason'],
    ['为什么换引擎？', 'reason'],
    ['How do I claim an expense?', 'procedure'],
    ['怎么报销？', 'procedure'],
    ['Is alcohol refunded?', 'yes-no'],
    ['健身卡可以报销吗？', 'yes-no'],
    ['What is a canary?', 'definition'],
    ['什么是灰度发布？', 'definition'],
    ['Name the colours of badges', 'other'],
  ])('%s is %s', (question, type) => {
    expect(analyseQuestion(plainQuery(question)).type).toBe(type)
  })
})

describe('the words of a question', () => {
  it('are its content, not what asks', () => {
    const { terms } = analyseQuestion(plainQuery('试用期多长时间？'))
    expect(terms).toContain('试用')
    expect(terms.filter((term) => /[多长时间]/.test(term))).toEqual([])
    expect(analyseQuestion(plainQuery('What is the deadline?')).terms).toEqual(
      analyseQuestion(plainQuery('deadline')).terms,
    )
  })

  it('are kept when there is nothing else', () => {
    expect(analyseQuestion(plainQuery('What is it?')).terms.length).toBeGreaterThan(0)
    expect(analyseQuestion(plainQuery('什么？')).terms.length).toBeGreaterThan(0)
  })

  it('name its codes and numbers', () => {
    expect(analyseQuestion(plainQuery('面板显示E07是什么意思，SEV-2 呢？')).identifiers).toEqual(['e07', 'sev-2'])
  })
})

describe('the looks of an answer', () => {
  it.each([
    ['money', 'It costs 45 euros.', 1],
    ['money', '工本费30元。', 1],
    ['money', 'It is expensive.', -1],
    ['time', 'The pilot starts on 3 November.', 1],
    ['time', '首批试点10月20日上线。', 1],
    ['time', 'The pilot starts soon.', -1],
    ['duration', 'within five working days', 1],
    ['duration', '保留90天', 1],
    ['person', 'The officer is Priya Raman.', 1],
    ['person', '负责人是邓凯。', 1],
    ['person', 'Disks are encrypted.', -1],
    ['other', 'Anything.', 0],
  ] as const)('%s: %s → %i', (type, text, fit) => {
    expect(fitsQuestionType(type, text)).toBe(fit)
  })

  it('give a short answer only when it is clear which', () => {
    expect(findShortAnswer('money', 'How much is it?', 'A replacement costs 30 euros.')).toBe('30 euros')
    expect(findShortAnswer('money', 'How much is it?', 'Between 30 euros and 40 euros.')).toBeUndefined()
    expect(
      findShortAnswer('person', 'Who is the deputy of Priya Raman?', 'Priya Raman; her deputy is Tomasz Zielinski.'),
    ).toBe('Tomasz Zielinski')
  })

  it('is not what the question has said itself, in whichever numerals', () => {
    expect(findShortAnswer('duration', '工作五年以上年假几天？', '工龄：5 年以上；天数：15 天')).toBe('15 天')
  })

  it('is no foreign name beside a Chinese one that may be meant', () => {
    expect(findShortAnswer('person', '谁是行政？', '请联系行政林悦或财务 Sophie Keller。')).toBeUndefined()
  })
})
