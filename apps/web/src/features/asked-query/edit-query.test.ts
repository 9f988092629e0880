import type { ChannelId, CollectionId, QueryPart, StructuredQuery, UserId } from '@parley/protocol'
import { describe, expect, it } from 'vitest'
import { type PlacePart, withChannel, withoutPart, withPlace, withTime, withType, withWriter } from './edit-query'
import { periodPresets } from './period-presets'

/** A query whose parts stand where their words stand. */
function queryOf(text: string, parts: readonly (readonly [words: string, part: object])[] = []): StructuredQuery {
  const placed = parts.map(([words, part]) => {
    const start = text.indexOf(words)
    return { source: 'words', span: { start, end: start + words.length }, ...part } as QueryPart
  })
  return { text, language: 'en', type: 'money', answerType: 'money', parts: placed }
}

const time = { kind: 'time', role: 'about', from: '2026-11-16', to: '2026-11-22' }
const document = { kind: 'document', ids: ['d'], name: 'Travel policy' }
const person = { kind: 'person', role: 'about', ids: ['p'], name: 'Li Na' }

describe('a part that is removed', () => {
  it.each([
    ['In the travel policy, how much is a hotel?', 'In the travel policy,', document, 'how much is a hotel?'],
    ['差旅制度里住宿标准是多少？', '差旅制度里', document, '住宿标准是多少？'],
    ['Who was on call last week?', 'last week', time, 'Who was on call?'],
    ['上周谁值班？', '上周', time, '谁值班？'],
    ["What is Li Na's extension?", 'Li Na', person, 'What is extension?'],
    ['李娜的分机是多少？', '李娜', person, '分机是多少？'],
    ['Who runs the gateway?', 'gateway', { kind: 'entity', ids: ['g'], name: 'gateway' }, 'Who runs the gateway?'],
    ['哪些费用不能报销？', '不能', { kind: 'negation' }, '哪些费用能报销？'],
    ["Which costs aren't refunded?", "aren't", { kind: 'negation' }, 'Which costs are refunded?'],
  ])('takes its words along: %s', (text, words, part, expected) => {
    expect(withoutPart(queryOf(text, [[words, part]]), 0)).toMatchObject({ text: expected, parts: [] })
  })

  it('leaves the others where their words stand now', () => {
    const text = 'In the travel policy, who was on call last week?'
    const query = withoutPart(
      queryOf(text, [
        ['In the travel policy,', document],
        ['last week', time],
      ]),
      0,
    )
    const { span } = query.parts[0]!
    expect(query.text.slice(span?.start, span?.end)).toBe('last week')
  })

  it('leaves a question that is nothing else', () => {
    expect(withoutPart(queryOf('last week', [['last week', time]]), 0).text).toBe('last week')
  })
})

it('looks in another place in place of the first, whatever kind that was', () => {
  const query = queryOf('In the travel policy, how much is a hotel?', [['In the travel policy,', document]])
  const place: PlacePart = { kind: 'collection', ids: ['c' as CollectionId], name: 'People', source: 'words' }
  expect(withPlace(query, place)).toMatchObject({
    text: 'how much is a hotel?',
    parts: [{ ...place, source: 'edited' }],
  })
})

it('asks for the words of somebody else, and leaves whom the question is about', () => {
  const query = queryOf('What did Wei say about Li Na?', [
    ['Wei', { ...person, role: 'from', name: 'Wei' }],
    ['Li Na', person],
  ])
  const edited = withWriter(query, { ids: ['a' as UserId], name: 'Ann' })
  expect(edited.parts).toMatchObject([
    { kind: 'person', role: 'about', name: 'Li Na' },
    { kind: 'person', role: 'from', ids: ['a'], name: 'Ann', source: 'edited' },
  ])
})

it('looks in another channel in place of the first', () => {
  const first = withChannel(queryOf('What did we decide?'), { ids: ['c' as ChannelId], name: 'design' })
  const second = withChannel(first, { ids: ['d' as ChannelId], name: 'sales' })
  expect(second).toMatchObject({ text: 'What did we decide?', parts: [{ kind: 'channel', ids: ['d'], name: 'sales' }] })
})

it('asks about another time in the words of the question', () => {
  const query = queryOf('Who was on call last week?', [['last week', time]])
  const edited = withTime(query, { from: '2026-11-23', to: '2026-11-29' }, 'this week')
  expect(edited).toMatchObject({ text: 'Who was on call this week?', parts: [{ role: 'about', from: '2026-11-23' }] })
  const first = withTime(queryOf('How much is a hotel?'), { from: '2026-11-23', to: '2026-11-29' }, 'this week')
  expect(first).toMatchObject({ text: 'How much is a hotel?', parts: [{ role: 'from', source: 'edited' }] })
})

it('asks for another kind of thing; a list is of the same kind', () => {
  expect(withType(queryOf('x'), 'person')).toMatchObject({ type: 'person', answerType: 'person' })
  expect(withType(queryOf('x'), 'list')).toMatchObject({ type: 'list', answerType: 'money' })
})

it('knows the periods around today, in the zone of the reader', () => {
  const presets = periodPresets(Date.parse('2026-11-22T23:00:00Z'), 'Asia/Shanghai')
  expect(Object.fromEntries(presets.map(({ preset, from, to }) => [preset, `${from}/${to}`]))).toEqual({
    thisWeek: '2026-11-23/2026-11-29',
    lastWeek: '2026-11-16/2026-11-22',
    nextWeek: '2026-11-30/2026-12-06',
    thisMonth: '2026-11-01/2026-11-30',
    lastMonth: '2026-10-01/2026-10-31',
    thisQuarter: '2026-10-01/2026-12-31',
    lastQuarter: '2026-07-01/2026-09-30',
    thisYear: '2026-01-01/2026-12-31',
    lastYear: '2025-01-01/2025-12-31',
  })
})
