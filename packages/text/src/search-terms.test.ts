import { expect, test } from 'vitest'
import { queryTerms, searchTerms } from './search-terms'

const isFoundBy = (query: string, text: string) => {
  const terms = new Set(searchTerms(text))
  const wanted = queryTerms(query)
  return wanted.length > 0 && wanted.every((term) => terms.has(term))
}

test.each([
  ['请假', '怎么请假？'],
  ['假', '怎么请假？'],
  ['人工智能', '《人工智能基础》到货了'],
  ['軟件', '软件更新'],
  ['软件', '請更新軟件'],
  ['vacation', "The employees' vacations"],
  ['employee', "The employee's laptop"],
  ['carrying', 'You may carry 5 days'],
  ['v2.0', 'see release_v2.0-beta'],
  ['release', 'see release_v2.0-beta'],
  ['ＡＰＩ', 'the api'],
])('%s finds %s', (query, text) => {
  expect(isFoundBy(query, text)).toBe(true)
})

test('a query does not find text that holds its characters apart', () => {
  expect(isFoundBy('请假', '请问年假')).toBe(false)
  expect(isFoundBy('v2.0', 'v2 and 0')).toBe(false)
})

test('repetitions are kept, for term frequencies', () => {
  expect(searchTerms('ship ships').filter((term) => term === 'ship')).toHaveLength(2)
})

test('dictionary words of three characters and more are terms of their own', () => {
  expect(searchTerms('我爱吃巧克力')).toContain('巧克力')
})
