import { expect, it } from 'vitest'
import { dayWords } from './day-words'
import { readDay } from './read-day'

const TODAY = '2026-11-28'

it.each([
  ['2026-12-05', '2026-12-05'],
  ['2026/12/5', '2026-12-05'],
  ['20261205', '2026-12-05'],
  ['2026年12月5日', '2026-12-05'],
  ['２０２６年１２月５号', '2026-12-05'],
  ['12月5日', '2026-12-05'],
  ['1月3日', '2027-01-03'],
  ['5 December 2026', '2026-12-05'],
  ['Dec 5, 2026', '2026-12-05'],
  ['5th dec', '2026-12-05'],
  ['3 Jan', '2027-01-03'],
  ['05/12/2026', '2026-12-05'],
])('reads %s in both languages', (words, day) => {
  expect(readDay(words, TODAY, 'en')).toBe(day)
  expect(readDay(words, TODAY, 'zh')).toBe(day)
})

it('takes two numbers in the order of the language', () => {
  expect(readDay('5/12', TODAY, 'en')).toBe('2026-12-05')
  expect(readDay('12/5', TODAY, 'zh')).toBe('2026-12-05')
})

it.each(['', 'soon', '31 February 2026', '2026-02-31', '2026-13-01', '13月1日', '5', '5 Foo'])(
  'reads no day in “%s”',
  (words) => {
    expect(readDay(words, TODAY, 'en')).toBeNull()
  },
)

it.each(['en', 'zh'] as const)('reads every day of a year as it is shown: %s', (language) => {
  for (let at = Date.parse('2028-01-01T00:00Z'); at < Date.parse('2029-01-01T00:00Z'); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10)
    expect(readDay(dayWords(day, language), TODAY, language)).toBe(day)
  }
})
