import { describe, expect, it } from 'vitest'
import { isTimePhrase } from './time-phrase'

describe('words that say when', () => {
  it.each([
    '第五天前',
    '三个工作日内',
    '30天',
    '一般 2 个工作日内',
    '周五下午前',
    '下周三',
    '月底',
    '每天早上',
    '两周以内',
    'the fifth day',
    'two weeks',
    '30 days',
    'day five',
    'next Friday',
    'first working day',
  ])('are no name: %s', (words) => expect(isTimePhrase(words)).toBe(true))

  it.each([
    '支付网关',
    '月报系统',
    '周会',
    '年会',
    '日志服务',
    '售后',
    'Friday dashboard',
    'day care',
    '三号楼',
    '第一医院',
    'Sunday Labs',
  ])('are not: %s', (words) => expect(isTimePhrase(words)).toBe(false))

  it('are told in no time, however long', () => {
    const startedAt = performance.now()
    isTimePhrase('第五天'.repeat(5_000))
    isTimePhrase(`${'the first two '.repeat(5_000)}x`)
    expect(performance.now() - startedAt).toBeLessThan(200)
  })
})
