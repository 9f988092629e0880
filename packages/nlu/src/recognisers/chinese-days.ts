import {
  addDays,
  addMonths,
  calendarDay,
  firstOfMonth,
  lastOfMonth,
  mondayOf,
  monthOf,
  nextDayOfYear,
  nextWeekday,
  yearOf,
} from './calendar-days'
import type { CalendarMatch } from './calendar-match'
import { CHINESE_HOLIDAY, holidayDay } from './holidays'
import type { Moment } from './moment'
import { parseNumeral } from './numerals'

/** One way to name a day or a span of days. `read` gives null where the words turn out to name none. */
interface DayRule {
  readonly pattern: string
  read(groups: readonly string[], moment: Moment): readonly [day: string, endDay?: string] | null
}

const N = '(\\d{1,4}|[一二两三四五六七八九十百]{1,4})'
const DAY_WORDS: Readonly<Record<string, number>> = {
  大前: -3,
  前: -2,
  昨: -1,
  今: 0,
  明: 1,
  后: 2,
  大后: 3,
}
const WEEK_WORDS: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 这: 0, 本: 0, 下: 1, 下下: 2 }
const WEEKDAYS = '一二三四五六日'
/** What follows a bare 3号 when it is a room, a building or a size and no day. */
const NO_DAY_AFTER = '(?![楼线会馆厅门机桌院文码店仓窗位公球选店车房间库员])'

const value = (text: string) => parseNumeral(text) ?? Number.NaN
const weekday = (text: string) => WEEKDAYS.indexOf(text === '天' || text === '末' ? '日' : text) + 1
const single = (day: string | null) => (day === null ? null : ([day] as const))
const monthShift = (word: string) => (/^上/.test(word) ? -1 : /^下下/.test(word) ? 2 : /^下/.test(word) ? 1 : 0)
const weekOf = (word: string, today: string) => addDays(mondayOf(today), 7 * (WEEK_WORDS[word] ?? 0))

function dayOfYear(yearWord: string, month: string, day: string, today: string): string | null {
  const [m, d] = [value(month), value(day)]
  if (yearWord === '') return nextDayOfYear(today, m, d)
  return calendarDay(yearNamed(yearWord, today) ?? yearOf(today), m, d)
}

function yearNamed(word: string, today: string): number | undefined {
  if (word === '') return undefined
  const shift = { 明年: 1, 今年: 0, 去年: -1 }[word]
  return shift === undefined ? Number(word.slice(0, 4)) : yearOf(today) + shift
}

function monthOfYear(month: string, today: string): string | null {
  const first = calendarDay(yearOf(today), value(month), 1)
  return first !== null && lastOfMonth(first) < today ? addMonths(first, 12) : first
}

function nextDayOfMonth(day: number, today: string): string | null {
  const candidates = [0, 1, 2].map((shift) => {
    const month = addMonths(firstOfMonth(today), shift)
    return calendarDay(yearOf(month), monthOf(month), day)
  })
  return candidates.find((candidate) => candidate !== null && candidate >= today) ?? null
}

function after(count: string, unit: string, today: string): string {
  const amount = count === '半' ? 0.5 : value(count)
  if (/月/.test(unit)) return amount === 0.5 ? addDays(today, 15) : addMonths(today, amount)
  if (/年/.test(unit)) return addMonths(today, amount * 12)
  return addDays(today, Math.round(amount * (/周|星期|礼拜/.test(unit) ? 7 : 1)))
}

/** In order of trust: where two begin at the same place the longer wins, then the earlier. */
const DAY_RULES: readonly DayRule[] = [
  {
    pattern: '(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)',
    read: ([year = '', month = '', day = '']) => single(calendarDay(Number(year), Number(month), Number(day))),
  },
  {
    pattern: `(\\d{4}年|明年|今年|去年|)${N}\\s?月\\s?${N}(?:\\s?[日号])?`,
    read: ([year = '', month = '', day = ''], { today }) => single(dayOfYear(year, month, day, today)),
  },
  {
    pattern: '(?<![\\d./])(\\d{1,2})/(\\d{1,2})(?![\\d/])',
    read: ([month = '', day = ''], { today }) => single(nextDayOfYear(today, Number(month), Number(day))),
  },
  {
    // 11.27 is a date only where a deadline follows; elsewhere it is a number.
    pattern: '(?<![\\d.])(\\d{1,2})\\.(\\d{1,2})(?=\\s*(?:前|之前|号|日|截止|交|上线|发布))',
    read: ([month = '', day = ''], { today }) => single(nextDayOfYear(today, Number(month), Number(day))),
  },
  {
    pattern: `(下下个?月|下个?月|本月|这个?月|上个?月)${N}[日号]`,
    read: ([word = '', day = ''], { today }) => {
      const month = addMonths(firstOfMonth(today), monthShift(word))
      return single(calendarDay(yearOf(month), monthOf(month), value(day)))
    },
  },
  {
    pattern: `(?<![\\d第月.])(\\d{1,2}|[一二三]?十[一二三四五六七八九]?)号${NO_DAY_AFTER}`,
    read: ([day = ''], { today }) => single(nextDayOfMonth(value(day), today)),
  },
  {
    pattern: '(大前|大后|前|昨|今|明|后)(?:天|日(?![本语]))',
    read: ([word = ''], { today }) => single(addDays(today, DAY_WORDS[word] ?? 0)),
  },
  {
    pattern: '([今明昨])(?=早上?|晚)',
    read: ([word = ''], { today }) => single(addDays(today, DAY_WORDS[word] ?? 0)),
  },
  {
    pattern: '(上上|下下|上|这|本|下)个?(?:周|星期|礼拜)(?:的?(?:周|星期|礼拜))?([一二三四五六日天])',
    read: ([week = '', day = ''], { today }) => single(addDays(weekOf(week, today), weekday(day) - 1)),
  },
  {
    pattern: '(?<![每一二三四五六七八九十两几\\d])(?:周|星期|礼拜)([一二三四五六日天])(?![一-龥]{0,2}[先女小]生)',
    read: ([day = ''], { today }) => single(nextWeekday(today, weekday(day))),
  },
  {
    pattern: '(上上|下下|上|这|本|下|)个?周末',
    read: ([week = ''], { today }) => {
      const saturday = addDays(weekOf(week || '这', today), 5)
      return [saturday, addDays(saturday, 1)]
    },
  },
  {
    pattern: '(上上|下下|上|这|本|下)个?(?:周|星期|礼拜)(?![一二三四五六日天末])',
    read: ([week = ''], { today }) => [weekOf(week, today), addDays(weekOf(week, today), 6)],
  },
  {
    pattern:
      '(?:(下个?|本|这个?|上个?)月|(?<!\\d)(\\d{1,2}|十[一二]|[一二三四五六七八九十])月份?|(?<![一-龥]个)月)(?:底|末)',
    read: ([word = '', month = ''], { today }) => {
      const first = month === '' ? addMonths(firstOfMonth(today), monthShift(word)) : monthOfYear(month, today)
      return single(first && lastOfMonth(first))
    },
  },
  {
    pattern: '(下下个?月|下个?月|本月|这个?月|上个?月)(?!\\d|[底末初中])',
    read: ([word = ''], { today }) => {
      const first = addMonths(firstOfMonth(today), monthShift(word))
      return [first, lastOfMonth(first)]
    },
  },
  {
    pattern: '(今|明|)年(?:底|末)',
    read: ([word = ''], { today }) => single(calendarDay(yearOf(today) + (word === '明' ? 1 : 0), 12, 31)),
  },
  {
    pattern: '(?:本|这个?)?季(?:度末|末)',
    read: (_, { today }) => single(lastOfMonth(addMonths(firstOfMonth(today), 2 - ((monthOf(today) - 1) % 3)))),
  },
  {
    pattern: `(\\d{4}年|明年|今年|去年|)的?(${CHINESE_HOLIDAY})`,
    read: ([year = '', name = ''], { today }) => single(holidayDay(name, today, yearNamed(year, today))),
  },
  {
    pattern: `(?<![\\d第])(半|\\d{1,3}|[一二两三四五六七八九十]{1,3})(天|日|个?工作日|周|个?星期|个?礼拜|个月|年)(?:之内|以内|内|之后|以后|后)(?!天)`,
    read: ([count = '', unit = ''], { today }) => single(after(count, unit, today)),
  },
  { pattern: '(?<![天日号一二三四五六])下班(?=之?前|以前)', read: (_, { today }) => single(today) },
]

/** Every reading of every rule; the caller settles overlaps. */
export function chineseDays(text: string, moment: Moment): CalendarMatch[] {
  return COMPILED.flatMap(({ rule, pattern }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const days = rule.read(
        match.slice(1).map((group) => group ?? ''),
        moment,
      )
      if (days === null) return []
      const [day, endDay] = days
      const place = { start: match.index, end: match.index + match[0].length, day }
      return [endDay === undefined ? place : { ...place, endDay }]
    }),
  )
}

const COMPILED = DAY_RULES.map((rule) => ({ rule, pattern: new RegExp(rule.pattern, 'g') }))
