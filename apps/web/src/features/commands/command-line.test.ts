import { expect, it } from 'vitest'
import { readCommandLine, withEscape, withoutEscape } from './command-line'

it.each([
  ['/mute', { name: 'mute', words: '', isCertain: true }],
  ['/remind me in 2 hours\ncall Wei', { name: 'remind', words: 'me in 2 hours\ncall Wei', isCertain: true }],
  ['／提醒 我 两小时后', { name: '提醒', words: '我 两小时后', isCertain: true }],
  ['、提醒 我', { name: '提醒', words: '我', isCertain: false }],
  ['/etc/hosts', null],
  ['/usr/bin is full', null],
  ['//mute', null],
  ['/', null],
  ['/ mute', null],
  ['say /mute', null],
  [`/${'a'.repeat(33)}`, null],
])('reads the command of "%s"', (text, expected) => {
  expect(readCommandLine(text)).toEqual(expected)
})

it.each([
  ['//mute now', '/mute now'],
  ['／／静音', '／静音'],
  ['//server/share', '//server/share'],
  ['// a comment', '// a comment'],
  ['/mute', '/mute'],
])('takes the escape off "%s" only where it hides a command', (text, expected) => {
  expect(withoutEscape(text)).toBe(expected)
})

it.each(['/deploy now', '／部署', '/etc/hosts', '会议改到三点'])(
  'writes %j so that it is said again as it stands',
  (text) => {
    expect(readCommandLine(withEscape(text))).toBeNull()
    expect(withoutEscape(withEscape(text))).toBe(text)
  },
)
