import { describe, expect, it } from 'vitest'
import { readPeriods } from './read-periods'

/** A Monday. */
const situation = { now: '2026-11-23T09:00:00+08:00', timeZone: 'Asia/Shanghai' }
const read = (text: string) =>
  readPeriods(text, situation).map(({ from, to, start, end }) => `${text.slice(start, end)} ${from ?? ''}/${to ?? ''}`)

describe('the stretches of time in a question', () => {
  it.each([
    ['What changed last week?', 'last week 2026-11-16/2026-11-22'],
    ['上周改了什么？', '上周 2026-11-16/2026-11-22'],
    ['revenue of last quarter', 'last quarter 2026-07-01/2026-09-30'],
    ['上个季度的收入是多少？', '上个季度 2026-07-01/2026-09-30'],
    ['documents since March', 'since March 2026-03-01/'],
    ['自三月以来的文档', '自三月以来 2026-03-01/'],
    ['今年以来新增了什么', '今年以来 2026-01-01/'],
    ['since December', 'since December 2025-12-01/'],
    ['十二月的排班', '十二月 2026-12-01/2026-12-31'],
    ['in the past 30 days', 'past 30 days 2026-10-24/2026-11-23'],
    ['最近两周的会议', '最近两周 2026-11-09/2026-11-23'],
    ['two weeks ago', 'two weeks ago 2026-11-09/2026-11-09'],
    ['三天前', '三天前 2026-11-20/2026-11-20'],
    ['what did we decide last Friday', 'last Friday 2026-11-20/2026-11-20'],
    ['上周五说了什么', '上周五 2026-11-20/2026-11-20'],
    ['去年的预算', '去年 2025-01-01/2025-12-31'],
    ['the budget in 2025', '2025 2025-01-01/2025-12-31'],
    ['2025年第二季度的预算', '2025年第二季度 2025-04-01/2025-06-30'],
    ['Q3 targets', 'Q3 2026-07-01/2026-09-30'],
    ['下半年的计划', '下半年 2026-07-01/2026-12-31'],
    ['who is on call next week', 'next week 2026-11-30/2026-12-06'],
    ['before 2026-10-01', 'before 2026-10-01 /2026-09-30'],
    ['十月之前', '十月之前 /2026-09-30'],
    ['from March to May', 'March to May 2026-03-01/2026-05-31'],
    ['5月3日到5月10日', '5月3日到5月10日 2026-05-03/2026-05-10'],
    ['昨天谁值班', '昨天 2026-11-22/2026-11-22'],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]))

  it.each([
    'How many days of leave do I have?',
    '年假有几天？',
    'May I march in?',
    'room 2025',
    '一月饼',
    '工作满两年',
  ])('are none in: %s', (text) => expect(read(text)).toEqual([]))
})

it('stays quick on a long text without a period', () => {
  const started = performance.now()
  readPeriods('第'.repeat(20_000), situation)
  readPeriods('last '.repeat(5_000), situation)
  expect(performance.now() - started).toBeLessThan(500)
})
