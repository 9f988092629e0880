import { addDays } from './calendar-days'
import { type CalendarMatch, likelyHour } from './calendar-match'
import type { Moment } from './moment'
import { parseNumeral } from './numerals'

export const DAY_PART = '(?:凌晨|清晨|早晨|早上|早|上午|中午|正午|下午|午后|傍晚|晚上|晚|夜里|半夜)'
const HOUR = '(2[0-4]|1\\d|0?\\d|二十[一二三四]?|十[一二三四五六七八九]?|[零一二两三四五六七八九])'
const MINUTE = '(半|一刻|三刻|整|[0-5]?\\d|[二三四五]?十[一二三四五六七八九]?|零?[一二三四五六七八九])'
const CLOCK = new RegExp(
  `(?:(${DAY_PART})\\s*)?(?:(?<![\\d:：.第])${HOUR}(?:点钟|点(?![儿击])|时(?![候间段期而常刻尚代区]))(?:${MINUTE}分?)?|(?<![\\d:：])(2[0-3]|[01]?\\d)[:：]([0-5]\\d)(?![\\d:：]))`,
  'g',
)
/** 一点 is "a little" more often than one o'clock: it needs a part of the day, a minute or a day before it. */
const A_LITTLE = /^一点$/
const LATER =
  /(半|\d{1,4}|[一二两三四五六七八九十]{1,3}(?=个半|个|分|小))(个半小时|个半钟头|个?小时|个?钟头|分钟)(?:之内|以内|内|之后|以后|后)/g

/** Noon says its hour by itself where a day stands before it (明天中午) or it ends something (中午前). */
const NOON = /(?<=[天日一二三四五六号])(?:中午|正午)(?![\d零一二两三十]{1,2}[点时:：])|(?:中午|正午)(?=(?:之|以)?前)/g

/** Clock times (下午三点半, 15:30, 明天中午) and offsets from now (半小时后). */
export function chineseTimes(text: string, moment: Moment): CalendarMatch[] {
  return [...clockTimes(text), ...noons(text), ...laterTimes(text, moment)]
}

function clockTimes(text: string): CalendarMatch[] {
  return [...text.matchAll(CLOCK)].flatMap((match) => {
    const [whole, part = '', hour, minute, digitHour, digitMinute] = match
    const mayBePoints = A_LITTLE.test(whole) || (part === '' && isPointOf(text, match.index + whole.length))
    if (mayBePoints && !/[天日一二三四五六号]$/.test(text.slice(0, match.index))) return []
    const time =
      hour === undefined
        ? toMinutes(part, Number(digitHour), Number(digitMinute), /^0/.test(digitHour ?? ''))
        : toMinutes(part, parseNumeral(hour) ?? 0, minutesOf(minute), false)
    return [{ start: match.index, end: match.index + whole.length, time }]
  })
}

const noons = (text: string): CalendarMatch[] =>
  [...text.matchAll(NOON)].map(({ index, 0: { length } }) => ({ start: index, end: index + length, time: 12 * 60 }))

/** 这两点的意思 speaks of points; 下午两点的会 of a time. */
const isPointOf = (text: string, end: number): boolean => text[end - 1] === '点' && text[end] === '的'

function minutesOf(word: string | undefined): number {
  if (word === undefined || word === '整') return 0
  if (word === '半') return 30
  if (word.endsWith('刻')) return word === '一刻' ? 15 : 45
  return parseNumeral(word.replace(/^零(?=.)/, '')) ?? 0
}

function toMinutes(part: string, hour: number, minute: number, isExact: boolean): number {
  return shiftHour(part, hour, isExact) * 60 + minute
}

function shiftHour(part: string, hour: number, isExact: boolean): number {
  if (/下午|午后|傍晚/.test(part)) return hour < 12 ? hour + 12 : hour
  if (/晚|夜/.test(part)) return hour === 12 ? 24 : hour >= 5 && hour < 12 ? hour + 12 : hour < 5 ? hour + 24 : hour
  if (/中午|正午/.test(part)) return hour <= 2 ? hour + 12 : hour
  if (part !== '' || isExact) return hour
  return likelyHour(hour)
}

function laterTimes(text: string, moment: Moment): CalendarMatch[] {
  return [...text.matchAll(LATER)].map((match) => {
    const [whole, count = '', unit = ''] = match
    const amount = (count === '半' ? 0.5 : (parseNumeral(count) ?? 0)) + (unit.startsWith('个半') ? 0.5 : 0)
    const total = moment.minutes + Math.round(amount * (unit === '分钟' ? 1 : 60))
    return {
      start: match.index,
      end: match.index + whole.length,
      day: addDays(moment.today, Math.floor(total / 1440)),
      time: total % 1440,
    }
  })
}
