import { addDays, calendarDay, mondayOf, yearOf } from '../recognisers/calendar-days'
import { parseNumeral } from '../recognisers/numerals'
import { type Days, dayOnly, type PeriodUnit, partOfYear, unitAround, unitsAgo, unitsUpTo, wholeYear } from './period'
import type { PeriodRule } from './period-rule'

const N = '(\\d{1,3}|[一二两三四五六七八九十]{1,3})'
const YEAR = '((?:19|20)\\d\\d年|今年|去年|前年|明年)'
const UNIT = '(天|日|周|星期|礼拜|个月|个季度|季度|年)'
const WEEKDAYS = '一二三四五六日'
const UNITS: Readonly<Record<string, PeriodUnit>> = {
  天: 'day',
  日: 'day',
  周: 'week',
  星: 'week',
  礼: 'week',
  月: 'month',
  季: 'quarter',
  年: 'year',
}
const DAYS: Readonly<Record<string, number>> = { 大前: -3, 前: -2, 昨: -1, 今: 0, 明: 1, 后: 2 }
const YEARS: Readonly<Record<string, number>> = { 前年: -2, 去年: -1, 今年: 0, 明年: 1 }

const count = (text: string) => parseNumeral(text) ?? 1
const unit = (word: string) => UNITS[word.replace(/^个/, '')[0] ?? ''] ?? 'day'
const shift = (word: string) => (word.startsWith('上') ? -word.length : word.startsWith('下') ? word.length : 0)
const one = (day: string | null): Days | null => (day === null ? null : dayOnly(day))

function yearSaid(words: string, today: string): number {
  return /^\d/.test(words) ? Number(words.slice(0, 4)) : yearOf(today) + (YEARS[words] ?? 0)
}

/** In order of trust: where two begin at the same place the longer wins. */
export const CHINESE_PERIODS: readonly PeriodRule[] = [
  { pattern: '(大前|前|昨|今|明|后)[天日](?!津)', read: ([word = ''], today) => dayOnly(addDays(today, DAYS[word]!)) },
  {
    pattern: '(上上|上|这|本|下下|下)(?:个)?(周|星期|礼拜|月|季度|年)(?![一二三四五六日天末度])',
    read: ([which = '', what = ''], today) => unitAround(today, unit(what), shift(which)),
  },
  {
    pattern: '(上上|上|这|本|下下|下)(?:个)?(?:周|星期|礼拜)([一二三四五六日天])',
    read: ([which = '', day = ''], today) =>
      dayOnly(addDays(mondayOf(today), 7 * shift(which) + WEEKDAYS.indexOf(day === '天' ? '日' : day))),
  },
  {
    pattern: `(?:最近|过去|近)(?:的)?${N}${UNIT}`,
    read: ([number = '', what = ''], today) => unitsUpTo(today, unit(what), count(number)),
  },
  {
    pattern: `${N}${UNIT}(?:之|以)?前`,
    read: ([number = '', what = ''], today) => dayOnly(unitsAgo(today, unit(what), count(number))),
  },
  {
    pattern: `${YEAR}?(?:的)?第?([一二三四1-4])季度|${YEAR}?q([1-4])`,
    read: ([year = '', quarter = '', otherYear = '', digit = ''], today) =>
      partOfYear(yearSaid(year || otherYear, today), 'quarter', count(quarter || digit)),
    isAnyYear: ([year, , otherYear]) => !year && !otherYear,
  },
  {
    pattern: `${YEAR}?(?:的)?([上下])半年`,
    read: ([year = '', half = ''], today) => partOfYear(yearSaid(year, today), 'half', half === '上' ? 1 : 2),
    isAnyYear: ([year]) => !year,
  },
  {
    pattern: `${YEAR}?(?:的)?${N}月(?:份)?(?!${'[日号饼]'})(?:${N}[日号])?`,
    read: ([year = '', month = '', day], today) =>
      day === undefined
        ? partOfYear(yearSaid(year, today), 'month', count(month))
        : one(calendarDay(yearSaid(year, today), count(month), count(day))),
    isAnyYear: ([year]) => !year,
  },
  { pattern: YEAR, read: ([year = ''], today) => wholeYear(yearSaid(year, today)) },
  { pattern: '年初', read: (_, today) => one(unitAround(today, 'year', 0).from) },
]
