import { describe, expect, it, test } from 'vitest'
import { foldPhrase } from './fold-phrase'
import { messageQueryTerms, messageTerms } from './message-terms'

const isFoundBy = (query: string, text: string) => {
  const terms = new Set(messageTerms(text).map(({ term }) => term))
  const wanted = messageQueryTerms(query)
  return wanted.length > 0 && wanted.every((term) => terms.has(term))
}

test.each([
  ['请假', '怎么请假？'],
  ['假', '怎么请假？'],
  ['人工智能', '《人工智能基础》到货了'],
  ['軟件', '软件更新'],
  ['deploying', 'We deployed it'],
  ['deploy', 'the deployment of today'],
  ['employee', "The employee's laptop"],
  ['commitMessages', 'see commitMessages()'],
  ['commitmessages', 'see commitMessages()'],
  ['message', 'see commitMessages()'],
  ['commit_messages', 'select commit_messages($1)'],
  ['commit', 'select commit_messages($1)'],
  ['server', 'class HTTPServer2 extends Base'],
  ['http', 'class HTTPServer2'],
  ['v2.0', 'see release_v2.0-beta'],
  ['write-batch.ts', 'in store/write-batch.ts now'],
  ['follow-up', 'let us follow up'],
  ['🎉', '上线了🎉🎉'],
  ['👍', 'good 👍🏽'],
  ['👍🏿', 'good 👍'],
  ['🇨🇳', 'from 🇨🇳'],
  ['❤', 'love ❤️'],
  ['ＡＰＩ', 'the api'],
])('%s finds %s', (query, text) => {
  expect(isFoundBy(query, text)).toBe(true)
})

test.each([
  ['请假', '请问年假'],
  ['commitMessages', 'commit messages'],
  ['🎉', 'party'],
  ['🇨🇳', '🇨🇦 🇳🇿'],
  ['message', 'massage'],
])('%s does not find %s', (query, text) => {
  expect(isFoundBy(query, text)).toBe(false)
})

describe('places', () => {
  const shown = (text: string, term: string) =>
    messageTerms(text)
      .filter((it) => it.term === term)
      .map(({ start, end }) => text.slice(start, end))

  it('point into the text as it was written', () => {
    expect(shown('  Ｔｈｅ  Deployments, deployed', 'deploi')).toEqual(['Deployments', 'deployed'])
    expect(shown('請更新軟件', '软件')).toEqual(['軟件'])
    expect(shown('x commitMessages y', 'messag')).toEqual(['Messages'])
    expect(shown('很好👍🏽', '👍')).toEqual(['👍'])
  })

  it('come in the order of the text', () => {
    const starts = messageTerms('部署 node.js 完成 🎉 done').map(({ start }) => start)
    expect(starts).toEqual(starts.toSorted((one, other) => one - other))
  })
})

test('a query without words, signs alone, looks for nothing', () => {
  expect(messageQueryTerms('?! … --')).toEqual([])
})

test('phrases are compared without regard to case, width and script variant', () => {
  expect(foldPhrase('請  看 Ｔｈｅ Plan')).toBe('请 看 the plan')
})
