import { searchTerms } from '@parley/text'
import { expect, it } from 'vitest'
import { meetsTopic, topicOf } from './meets-topic'
import { plainQuery } from './query/read-query'

const meets = (topic: string, language: 'en' | 'zh', sentence: string) =>
  meetsTopic(topicOf(plainQuery(topic), language), new Set(searchTerms(sentence)))

it.each([
  ['battery test', 'en', 'The battery test takes six hours.'],
  ['battery life', 'en', 'Its battery lasts 18 months.'],
  ['电池测试', 'zh', '电池要经过六小时的测试。'],
  ['电池续航', 'en', 'Its battery lasts 18 months.'],
  ['How long does the battery last?', 'en', 'Nothing of the kind.'],
] as const)('“%s” is met in %s by “%s”', (topic, language, sentence) => {
  expect(meets(topic, language, sentence)).toBe(true)
})

it.each([
  ['battery test', 'en', 'Its battery lasts 18 months.'],
  ['电池测试', 'zh', '供应商：华星电子；供应：记录仪电池'],
  ['电池测试', 'en', 'The regression test takes six hours.'],
] as const)('“%s” is not met in %s by half of it: “%s”', (topic, language, sentence) => {
  expect(meets(topic, language, sentence)).toBe(false)
})
