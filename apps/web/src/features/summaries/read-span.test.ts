import { expect, it } from 'vitest'
import { readSpan } from './read-span'

const at = { nowMs: Date.parse('2026-11-28T05:00:00Z'), timeZone: 'Asia/Shanghai' }

it.each([
  ['', {}],
  ['20', { last: 20 }],
  ['last 20 messages', { last: 20 }],
  ['最近20条', { last: 20 }],
  ['since yesterday', { since: '2026-11-26T16:00:00.000Z' }],
  ['今天', { since: '2026-11-27T16:00:00.000Z' }],
  ['2h', { since: '2026-11-28T03:00:00.000Z' }],
  ['最近3天', { since: '2026-11-25T05:00:00.000Z' }],
  ['last week', { since: '2026-11-15T16:00:00.000Z' }],
  ['since last week', { since: '2026-11-15T16:00:00.000Z' }],
  ['上周以来', { since: '2026-11-15T16:00:00.000Z' }],
  ['this week', { since: '2026-11-22T16:00:00.000Z' }],
  ['本周', { since: '2026-11-22T16:00:00.000Z' }],
  ['最近一周', { since: '2026-11-20T16:00:00.000Z' }],
  ['the last 20', { last: 20 }],
  ['2026-11-01', { since: '2026-10-31T16:00:00.000Z' }],
  ['9999', null],
  ['the weather', null],
])('reads the span of "%s"', (words, expected) => {
  expect(readSpan(words, at)).toEqual(expected)
})
