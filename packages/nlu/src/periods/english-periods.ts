import { addDays, calendarDay, mondayOf, yearOf } from '../recognisers/calendar-days'
import { parseNumeral } from '../recognisers/numerals'
import { type Days, dayOnly, type PeriodUnit, partOfYear, unitAround, unitsAgo, unitsUpTo, wholeYear } from './period'
import type { PeriodRule } from './period-rule'

const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec'
const WEEKDAYS = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday'
const NUMBER = '\\d{1,3}|a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty'
const YEAR = '(?:19|20)\\d\\d'
const ORDINALS = ['first', 'second', 'third', 'fourth']
const STARTS = MONTHS.split('|').map((name) => name.slice(0, 3))

const count = (word: string) => (word === 'a' ? 1 : (parseNumeral(word) ?? 1))
const unit = (word: string) => word.toLowerCase().replace(/s$/, '') as PeriodUnit
const shift = (word: string) => (/^(?:last|previous|past)/i.test(word) ? -1 : /^(?:next|coming)/i.test(word) ? 1 : 0)
const monthNumber = (name: string) => (STARTS.indexOf(name.toLowerCase().slice(0, 3)) % 12) + 1
/** "march" and "may" in small letters are verbs. */
const isMonth = (name: string) => !/^(?:march|may|mar|jun|sep|dec)$/.test(name)
const index = (word: string) => (/\d/.test(word) ? Number(word.slice(-1)) : ORDINALS.indexOf(word.toLowerCase()) + 1)

/** In order of trust: where two begin at the same place the longer wins. */
export const ENGLISH_PERIODS: readonly PeriodRule[] = [
  {
    pattern: '\\b(\\d{4})-(\\d{1,2})-(\\d{1,2})\\b',
    read: ([year = '', month = '', day = '']) => one(calendarDay(Number(year), Number(month), Number(day))),
  },
  { pattern: '\\b(today|yesterday|tomorrow)\\b', read: ([word = ''], today) => dayOnly(addDays(today, DAYS[word]!)) },
  {
    pattern: '\\b(last|this|next|previous|current|coming|past) (week|month|quarter|year)\\b',
    read: ([which = '', what = ''], today) => unitAround(today, unit(what), shift(which)),
  },
  {
    pattern: `\\b(?:last|past|previous) (${NUMBER}) (days?|weeks?|months?|quarters?|years?)\\b`,
    read: ([number = '', what = ''], today) => unitsUpTo(today, unit(what), count(number)),
  },
  {
    pattern: `\\b(${NUMBER}) (days?|weeks?|months?|years?) ago\\b`,
    read: ([number = '', what = ''], today) => dayOnly(unitsAgo(today, unit(what), count(number))),
  },
  {
    pattern: `\\b(last|this|next) (${WEEKDAYS})\\b`,
    read: ([which = '', name = ''], today) =>
      dayOnly(addDays(mondayOf(today), 7 * shift(which) + WEEKDAYS.split('|').indexOf(name.toLowerCase()))),
  },
  {
    pattern: `\\b(?:the )?(q[1-4]|(?:first|second|third|fourth) quarter)(?: (?:of )?(${YEAR}|this year|last year))?\\b`,
    read: ([which = '', year = ''], today) => partOfYear(yearSaid(year, today), 'quarter', index(which.split(' ')[0]!)),
    isAnyYear: ([, year]) => !year,
  },
  {
    pattern: `\\b(?:the )?(h[12]|(?:first|second) half)(?: (?:of )?(${YEAR}|the year|this year|last year))\\b`,
    read: ([which = '', year = ''], today) => partOfYear(yearSaid(year, today), 'half', index(which.split(' ')[0]!)),
  },
  {
    pattern: `\\b(?:(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${MONTHS})|(${MONTHS}) (\\d{1,2})(?:st|nd|rd|th)?)\\b(?:,? (${YEAR}))?`,
    read: ([day = '', month = '', monthFirst = '', dayLast = '', year = ''], today) =>
      one(calendarDay(yearSaid(year, today), monthNumber(month || monthFirst), Number(day || dayLast))),
    isAnyYear: ([, , , , year]) => !year,
  },
  {
    pattern: `\\b(?!may (?:i|we|you|he|she|they|the|it|an?|my|our)\\b)(${MONTHS})\\b(?:,? (?:of )?(${YEAR}|last year))?`,
    read: ([name = '', year = ''], today) =>
      isMonth(name) ? partOfYear(yearSaid(year, today), 'month', monthNumber(name)) : null,
    isAnyYear: ([, year]) => !year,
  },
  {
    pattern: `(?<=\\b(?:in|since|before|after|until|during|from|of|to|year|and|between) )(${YEAR})\\b`,
    read: ([year = '']) => wholeYear(Number(year)),
  },
  {
    pattern: '\\bthe (?:start|beginning) of (?:the|this) (year|month|week|quarter)\\b',
    read: ([what = ''], today) => one(unitAround(today, unit(what), 0).from),
  },
]

const DAYS: Readonly<Record<string, number>> = { today: 0, yesterday: -1, tomorrow: 1 }

const one = (day: string | null): Days | null => (day === null ? null : dayOnly(day))

function yearSaid(words: string, today: string): number {
  return /^\d/.test(words) ? Number(words) : yearOf(today) + (/last/i.test(words) ? -1 : 0)
}
