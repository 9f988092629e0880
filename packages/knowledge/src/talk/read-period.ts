/** From the first instant up to, and without, the second; milliseconds since 1970, null: open. */
export interface Period {
  readonly from: number | null
  readonly until: number | null
}

const DAY_MS = 86_400_000
const MONTHS_EN = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const IN_MONTH_EN = new RegExp(
  `\\b(in|since|after|before|until|during)\\s+(?:early |late |mid |last )?(${MONTHS_EN})[a-z]*(?:\\s+(\\d{4}))?\\b`,
  'i',
)
const IN_MONTH_ZH =
  /(?:(\d{4})年|(去年))?(\d{1,2}|[一二三四五六七八九十]{1,2})月份?(?!\d*[号日])(以来|之后|以后|之前|以前|里)?/u
const DAYS_AGO =
  /\b(?:in the )?(?:last|past)\s+(\d{1,3}|few|two|three|four|six)\s+(day|week|month)s\b|(?:最近|近|过去)(\d{1,3}|[几一两二三四六])个?(天|周|星期|月)/iu
const NUMBERS: Readonly<Record<string, number>> = {
  few: 3,
  几: 3,
  one: 1,
  一: 1,
  two: 2,
  两: 2,
  二: 2,
  three: 3,
  三: 3,
  four: 4,
  四: 4,
  six: 6,
  六: 6,
}

type Day = readonly [year: number, month: number, day: number]

/** Words for a stretch of the calendar, the days that it goes from and to (without) as seen from today. */
const STRETCHES: readonly (readonly [RegExp, (today: Date) => readonly [Date, Date]])[] = [
  [/\btoday\b|今天|今日/i, (today) => [today, plusDays(today, 1)]],
  [/\byesterday\b|昨天|昨日/i, (today) => [plusDays(today, -1), today]],
  [/\bthe day before yesterday\b|前天/i, (today) => [plusDays(today, -2), plusDays(today, -1)]],
  [/\blast week\b|上周|上个?(?:星期|礼拜)/i, (today) => [plusDays(mondayOf(today), -7), mondayOf(today)]],
  [/\bthis week\b|这周|本周|这个?(?:星期|礼拜)/i, (today) => [mondayOf(today), plusDays(mondayOf(today), 7)]],
  [/\blast month\b|上个?月/i, (today) => [monthOf(today, -1), monthOf(today, 0)]],
  [/\bthis month\b|这个?月|本月/i, (today) => [monthOf(today, 0), monthOf(today, 1)]],
  [/\blast quarter\b|上个?季度/i, (today) => [quarterOf(today, -1), quarterOf(today, 0)]],
  [/\bthis quarter\b|这个?季度|本季度/i, (today) => [quarterOf(today, 0), quarterOf(today, 1)]],
  [/\blast year\b|去年/i, (today) => [yearOf(today, -1), yearOf(today, 0)]],
  [/\bthis year\b|今年/i, (today) => [yearOf(today, 0), yearOf(today, 1)]],
]

/** When a question says something was said: the asker's calendar, whose offset `now` has. What it says of no time: null. */
export function readPeriod(question: string, now: string): Period | null {
  const offsetMs = offsetOf(now)
  const today = startOfDay(now)
  const [from, until] = monthIn(question, today) ??
    daysAgoIn(question, today) ??
    stretchIn(question, today) ?? [null, null]
  if (from === null && until === null) return null
  const instant = (day: Date | null) => (day === null ? null : day.getTime() - offsetMs)
  return { from: instant(from), until: instant(until) }
}

/** The words themselves, so that nobody looks for "last week" in what was said. */
export const withoutPeriod = (question: string): string =>
  [IN_MONTH_EN, DAYS_AGO, ...STRETCHES.map(([pattern]) => pattern)].reduce(
    (rest, pattern) => rest.replace(pattern, ' '),
    question,
  )

type Bounds = readonly [Date | null, Date | null]

function stretchIn(question: string, today: Date): Bounds | null {
  const stretch = STRETCHES.find(([pattern]) => pattern.test(question))
  if (!stretch) return null
  const [from, until] = stretch[1](today)
  return /\b(?:since|ever since)\b|以来/i.test(question) ? [from, null] : [from, until]
}

function daysAgoIn(question: string, today: Date): Bounds | null {
  const [, en, unitEn, zh, unitZh] = DAYS_AGO.exec(question) ?? []
  const count = en ?? zh
  if (count === undefined) return null
  const days = /day|天/.test(unitEn ?? unitZh ?? '') ? 1 : /week|周|星期/.test(unitEn ?? unitZh ?? '') ? 7 : 31
  return [plusDays(today, -days * (NUMBERS[count.toLowerCase()] ?? Number(count))), null]
}

function monthIn(question: string, today: Date): Bounds | null {
  const [, relation, name, year] = IN_MONTH_EN.exec(question) ?? []
  if (name) return boundsOf(MONTHS_EN.split('|').indexOf(name.toLowerCase()), year, today, relation!.toLowerCase())
  const [, zhYear, lastYear, number, zhRelation = ''] = IN_MONTH_ZH.exec(question) ?? []
  if (!number) return null
  const month = (Number(number) || chineseNumber(number)) - 1
  const relationOf = /以来|之后|以后/.test(zhRelation) ? 'since' : /之前|以前/.test(zhRelation) ? 'before' : 'in'
  return boundsOf(month, zhYear ?? (lastYear && String(today.getUTCFullYear() - 1)), today, relationOf)
}

/** A month without a year is the one that was last. */
function boundsOf(month: number, year: string | undefined, today: Date, relation: string): Bounds | null {
  if (month < 0 || month > 11) return null
  const inYear = year ? Number(year) : today.getUTCFullYear() - (month > today.getUTCMonth() ? 1 : 0)
  const start = utc([inYear, month, 1])
  const end = utc([inYear, month + 1, 1])
  if (relation === 'since') return [start, null]
  if (relation === 'after') return [end, null]
  return relation === 'before' || relation === 'until' ? [null, start] : [start, end]
}

const DIGITS = '一二三四五六七八九'
const chineseNumber = (text: string): number => {
  const [tens, ones = ''] = text.includes('十') ? text.split('十') : ['', text]
  return (text.includes('十') ? 10 * (tens ? DIGITS.indexOf(tens) + 1 : 1) : 0) + (ones ? DIGITS.indexOf(ones) + 1 : 0)
}

const utc = ([year, month, day]: Day): Date => new Date(Date.UTC(year, month, day))
const plusDays = (day: Date, days: number): Date => new Date(day.getTime() + days * DAY_MS)
const mondayOf = (day: Date): Date => plusDays(day, -((day.getUTCDay() + 6) % 7))
const monthOf = (day: Date, months: number): Date => utc([day.getUTCFullYear(), day.getUTCMonth() + months, 1])
const yearOf = (day: Date, years: number): Date => utc([day.getUTCFullYear() + years, 0, 1])
const quarterOf = (day: Date, quarters: number): Date =>
  utc([day.getUTCFullYear(), (Math.floor(day.getUTCMonth() / 3) + quarters) * 3, 1])

const startOfDay = (now: string): Date => new Date(`${now.slice(0, 10)}T00:00:00Z`)

function offsetOf(now: string): number {
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})$/.exec(now) ?? []
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000 : 0
}
