import { translate } from '@parley/locale'
import { describe, expect, it, test } from 'vitest'
import { type Criterion, parseSearch } from './parse-search'

/** Criteria in short: `-from ada`. */
const short = (query: string) => parseSearch(query).map(shorten)

function shorten(criterion: Criterion): string {
  const { isNegated, kind, ...rest } = criterion
  return `${isNegated ? '-' : ''}${kind} ${Object.values(rest).join(' ')}`
}

test.each([
  ['', []],
  ['   ', []],
  ['release plan', ['words release', 'words plan']],
  ['"release plan" now', ['phrase release plan', 'words now']],
  ['“发布 计划”', ['phrase 发布 计划']],
  ['-draft -"old plan"', ['-words draft', '-phrase old plan']],
  ['follow-up', ['words follow-up']],
  ['"never closed', ['phrase never closed']],
  ['""', []],
  ['-', ['words -']],
  ['in:#general from:@ada', ['in #general', 'from @ada']],
  ['from:"Ada Lovelace" x', ['from Ada Lovelace', 'words x']],
  ['-from:ada -has:link -in:general', ['-from ada', '-has link', '-in general']],
  ['before:2026-11-01 after:2026/1/2 on:today', ['before 2026-11-01', 'after 2026-01-02', 'on today']],
  ['has:link has:reaction has:pin has:task', ['has link', 'has reaction', 'has pin', 'has task']],
  ['is:thread is:saved is:mine', ['is thread', 'is saved', 'is mine']],
  ['IN:General HAS:Link', ['in General', 'has link']],
  ['在：综合 来自：@王伟 早于：2026年11月1日', ['in 综合', 'from @王伟', 'before 2026-11-01']],
  ['有：链接 是:我的 日期:昨天', ['has link', 'is mine', 'on yesterday']],
] as const)('%j', (query, expected) => {
  expect(short(query)).toEqual(expected)
})

describe('what is no operator', () => {
  it.each([
    'https://example.org/x',
    'todo:fix',
    'has:wings',
    'is:green',
    'before:breakfast',
    'on:2026-02-30',
    'in:',
    'constructor:x',
    'has:constructor',
    '12:30',
  ])('%s is a word', (query) => {
    expect(short(query)).toEqual([`words ${query}`])
  })

  it('is a word with its quotes, too', () => {
    expect(short('todo:"fix it"')).toEqual(['words todo:"fix it"'])
  })
})

test.each(['zh', 'en'] as const)('understands every example that people are shown in %s', (language) => {
  const examples = ['phrase', 'minus', 'from', 'in', 'day', 'has', 'is'] as const
  const read = examples.flatMap((example) => parseSearch(translate(language, `web.search.example.${example}`)))
  expect(read.map(({ kind }) => kind)).toEqual(['phrase', 'words', 'from', 'in', 'on', 'has', 'is'])
  expect(read.map(({ isNegated }) => isNegated)).toEqual([false, true, false, false, false, false, false])
})

test('reads a long hostile query in no time', () => {
  const start = process.cpuUsage()
  for (const unit of ['-', '"', ':', 'in:', 'a"', '-"']) parseSearch(unit.repeat(20_000))
  expect(process.cpuUsage(start).user).toBeLessThan(1_000_000)
})
