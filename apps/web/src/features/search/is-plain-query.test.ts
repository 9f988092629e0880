import { expect, test } from 'vitest'
import { isPlainQuery } from './is-plain-query'

test.each(['How many days of leave do I get?', '差旅报销的上限是多少？', 'who owns the 24-hour line'])(
  '%s may be a question',
  (query) => expect(isPlainQuery(query)).toBe(true),
)

test.each([
  '',
  'why',
  'is:mine',
  'release from:@Wei',
  '发布 来自:王伟',
  '"release plan"',
  'release -draft',
  '发布 在：#设计',
])('%s asks for messages alone', (query) => expect(isPlainQuery(query)).toBe(false))
