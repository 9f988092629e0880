import { parseNumeral } from './numerals'

/** Part of a recurrence rule of RFC 5545. */
export interface Recurring {
  readonly freq: 'HOURLY' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  readonly interval?: number
  /** MO, TU …, of months with a place before it: 1MO, -1FR. */
  readonly days?: readonly string[]
  /** −1 is the last day. */
  readonly monthDay?: number
  readonly month?: number
}

export interface RecurrencePattern {
  readonly pattern: RegExp
  readonly read: (groups: readonly string[]) => Recurring | null
}

export const WEEK_DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const WORKING_DAYS = WEEK_DAYS.slice(0, 5)

const HAN_DAY = '(?:周|星期|礼拜)'
const HAN_NUMBER = '\\d{1,2}|[一二两三四五六七八九十]{1,3}'
const NAMED = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?'
const NAMED_LIST = `(${NAMED}s?(?:(?:\\s?,\\s?|\\s?,?\\s(?:and|or)\\s)${NAMED}s?){0,6})`
const ORDINAL = 'first|second|third|fourth|last'
const EVERY = '\\b(?:every|each)'

const fixed = (rule: Recurring) => () => rule
const unitOf = (unit: string): Recurring['freq'] | null => UNITS.find(([name]) => name.test(unit))?.[1] ?? null
const UNITS: readonly (readonly [RegExp, Recurring['freq']])[] = [
  [/时|hour/i, 'HOURLY'],
  [/天|日|day|morning|evening|night/i, 'DAILY'],
  [/周|星期|礼拜|week/i, 'WEEKLY'],
  [/月|季|month|quarter/i, 'MONTHLY'],
  [/年|year/i, 'YEARLY'],
]

function everySo(count: string, unit: string): Recurring | null {
  const [freq, number] = [unitOf(unit), parseNumeral(count)]
  const interval = (number ?? 1) * (/季|quarter/i.test(unit) ? 3 : 1)
  return freq === null || interval < 1 ? null : { freq, ...(interval > 1 && { interval }) }
}

const daysOfHan = (list: string) =>
  [...list.replaceAll('天', '日')].flatMap((sign) => WEEK_DAYS['一二三四五六日'.indexOf(sign)] ?? [])
const daysOf = (list: string) =>
  (list.match(new RegExp(NAMED, 'gi')) ?? []).flatMap(
    (name) => WEEK_DAYS.find((day) => name.slice(0, 2).toUpperCase() === day) ?? [],
  )
const placeOf = (ordinal: string) =>
  /last/i.test(ordinal) ? -1 : ORDINAL.split('|').indexOf(ordinal.toLowerCase()) + 1
const ofMonth = ([ordinal = '', day = '']: readonly string[]): Recurring => ({
  freq: 'MONTHLY',
  days: daysOf(day).map((name) => `${placeOf(ordinal)}${name}`),
})
const onDay = (count: string): Recurring => ({ freq: 'MONTHLY', monthDay: parseNumeral(count) ?? 1 })

const EXCEPTED = new RegExp(
  `\\b(?:except|but not|apart from|other than)(?: for)?(?: on)? (?:${NAMED_LIST}|(weekends?))\\b|除了?(?:每个?)?(?:(周末)|${HAN_DAY}([一二三四五六日天](?:[、和及,，]?${HAN_DAY}?[一二三四五六日天]){0,5}))(?:之?外|以外)?|[,，(（]?${HAN_DAY}([一二三四五六日天])除外[)）]?`,
  'gi',
)

/** Days on which it does not happen after all: "except Friday", 除了周五. */
export interface ExceptedDays {
  readonly start: number
  readonly end: number
  readonly days: readonly string[]
}

export const findExceptedDays = (text: string): ExceptedDays[] =>
  [...text.matchAll(EXCEPTED)].map(
    ({ 0: whole, 1: named = '', 2: weekend, 3: hanWeekend, 4: han = '', 5: single = '', index }) => ({
      ...{ start: index, end: index + whole.length },
      days: (weekend ?? hanWeekend) ? WEEK_DAYS.slice(5) : named ? daysOf(named) : daysOfHan(han || single),
    }),
  )

/** Null where no day is left, or where it is not days of the week that are counted. */
export function without(recurring: Recurring, excepted: readonly string[]): Recurring | null {
  const days = recurring.days ?? (recurring.freq === 'DAILY' ? WEEK_DAYS : [])
  const left = days.filter((day) => !excepted.includes(day))
  if (recurring.interval !== undefined || left.length === 0 || left.length === days.length) return null
  return { ...recurring, freq: 'WEEKLY', days: left }
}

const PATTERNS: readonly (readonly [string, RecurrencePattern['read']])[] = [
  ['每个?工作日|每周一[到至]周五', fixed({ freq: 'WEEKLY', days: WORKING_DAYS })],
  [
    `每个?${HAN_DAY}([一二三四五六日天](?:\\s?[、和及,，]?\\s?${HAN_DAY}?[一二三四五六日天](?![天个次点])){0,6})`,
    ([list = '']) => ({ freq: 'WEEKLY', days: daysOfHan(list) }),
  ],
  [`每个?周末|${EVERY} weekend\\b`, fixed({ freq: 'WEEKLY', days: WEEK_DAYS.slice(5) })],
  ['每隔一(天|日|周|个?星期|个?月|年)', ([unit = '']) => everySo('2', unit)],
  [`每隔?(${HAN_NUMBER})个?(天|日|周|星期|礼拜|月|季度|年|小时)`, ([count = '', unit = '']) => everySo(count, unit)],
  [`每个?月的?(${HAN_NUMBER})[号日]`, ([day = '']) => onDay(day)],
  ['每个?月(?:的?最后一天|[底末])', fixed({ freq: 'MONTHLY', monthDay: -1 })],
  [
    `每年的?(${HAN_NUMBER})月(${HAN_NUMBER})[号日]`,
    ([month = '', day = '']) => ({ freq: 'YEARLY', month: parseNumeral(month) ?? 1, monthDay: parseNumeral(day) ?? 1 }),
  ],
  ['每个?(小时|天|日|周|星期|礼拜|月|季度|年)(?![一-龥]?次之)', ([unit = '']) => everySo('1', unit)],
  ['天天|每(?=[早晚])', fixed({ freq: 'DAILY' })],
  [
    `${EVERY} (?:weekday|workday|working day)\\b|\\bon (?:weekdays|workdays)\\b`,
    fixed({ freq: 'WEEKLY', days: WORKING_DAYS }),
  ],
  [
    `${EVERY} (${ORDINAL}) (${NAMED}) of the month\\b|(?:\\bon )?(?:\\bthe )?\\b(${ORDINAL}) (${NAMED}) of (?:every|each) month\\b`,
    (groups) => ofMonth(groups.filter(Boolean)),
  ],
  [`${EVERY} ${NAMED_LIST}\\b`, ([list = '']) => ({ freq: 'WEEKLY', days: daysOf(list) })],
  [
    `\\bon ((?:${NAMED.replace('(?:day)?', 'day')}s)(?:(?:\\s?,\\s?|\\s(?:and|or)\\s)${NAMED.replace('(?:day)?', 'day')}s){0,6})\\b`,
    ([list = '']) => ({ freq: 'WEEKLY', days: daysOf(list) }),
  ],
  [`${EVERY} other ${NAMED_LIST}\\b`, ([list = '']) => ({ freq: 'WEEKLY', interval: 2, days: daysOf(list) })],
  [`${EVERY} other (day|week|month|year)\\b`, ([unit = '']) => everySo('2', unit)],
  [
    `\\bevery (\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve) (days|weeks|months|quarters|years|hours)\\b`,
    ([count = '', unit = '']) => everySo(count, unit),
  ],
  [
    `\\bon the (\\d{1,2})(?:st|nd|rd|th) of (?:every|each) month\\b|${EVERY} month on the (\\d{1,2})(?:st|nd|rd|th)\\b`,
    ([day = '', other = '']) => onDay(day || other),
  ],
  [
    `每个?月的?(?:第([一二三四1-4])个?|(最后)一?个?)的?${HAN_DAY}([一二三四五六日天])`,
    ([place = '', last = '', day = '']) => ({
      freq: 'MONTHLY',
      days: daysOfHan(day).map((name) => `${last ? -1 : parseNumeral(place)}${name}`),
    }),
  ],
  [
    `(?:每?隔(?:一?个?)(?:周|星期|礼拜)|每两(?:周|个?星期|个?礼拜))的?${HAN_DAY}([一二三四五六日天])`,
    ([day = '']) => ({ freq: 'WEEKLY', interval: 2, days: daysOfHan(day) }),
  ],
  ['(?<!每)隔(周|星期|礼拜)(?![一二三四五六日天末])', ([unit = '']) => everySo('2', unit)],
  [`${EVERY} (day|week|month|quarter|year|hour|morning|evening|night)\\b`, ([unit = '']) => everySo('1', unit)],
  ['\\b(dai|week|month|year)ly (?=(?:at|on)\\b)', ([unit = '']) => everySo('1', unit === 'dai' ? 'day' : unit)],
]

/** The more specific before the more general. */
export const RECURRENCE_PATTERNS: readonly RecurrencePattern[] = PATTERNS.map(([source, read]) => ({
  pattern: new RegExp(source, 'gi'),
  read,
}))
