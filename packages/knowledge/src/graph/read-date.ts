/** A date in a text. UTF-16 offsets into it. */
export interface FoundDate {
  /** ISO 8601. */
  readonly date: string
  readonly start: number
  readonly end: number
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ')
const CHINESE_WEEKDAYS = '日一二三四五六'

const FORMS: readonly {
  readonly pattern: RegExp
  readonly read: (match: RegExpExecArray, at: Date) => string | null
}[] = [
  { pattern: /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/, read: ([, year, month, day]) => iso(+year!, +month!, +day!) },
  {
    pattern: /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]/,
    read: ([, year, month, day], at) => withYear(year, +month!, +day!, at),
  },
  {
    pattern:
      /\b(\d{1,2})(?:st|nd|rd|th)? (?:of )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:,? (\d{4}))?\b/i,
    read: ([, day, month, year], at) => withYear(year, MONTHS.indexOf(month!.toLowerCase()) + 1, +day!, at),
  },
  {
    pattern: /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?\b/i,
    read: ([, month, day, year], at) => withYear(year, MONTHS.indexOf(month!.toLowerCase()) + 1, +day!, at),
  },
  {
    pattern: /\b(sunday|monday|tuesday|wednesday|thursday|friday|saturday)\b/i,
    read: ([, name], at) => nextWeekday(WEEKDAYS.indexOf(name!.toLowerCase()), at),
  },
  {
    pattern: /(?:本|这)?(?:周|星期|礼拜)([日天一二三四五六])/,
    read: ([, name], at) => nextWeekday(name === '天' ? 0 : CHINESE_WEEKDAYS.indexOf(name!), at),
  },
]

/** The first date that a text names; a weekday is the next such day, a day without a year the next one or of late. */
export function readDate(text: string, at: string): FoundDate | undefined {
  const now = new Date(at)
  for (const { pattern, read } of FORMS) {
    const match = pattern.exec(text)
    const date = match && read(match, now)
    if (match && date) return { date, start: match.index, end: match.index + match[0].length }
  }
  return undefined
}

function iso(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1 && year <= 9999
  return isReal ? date.toISOString().slice(0, 10) : null
}

const QUARTER_MS = 92 * 86_400_000

function withYear(year: string | undefined, month: number, day: number, now: Date): string | null {
  if (year !== undefined) return iso(+year, month, day)
  const own = iso(now.getUTCFullYear(), month, day)
  const isLongGone = own !== null && Date.parse(own) < now.getTime() - QUARTER_MS
  return isLongGone ? iso(now.getUTCFullYear() + 1, month, day) : own
}

function nextWeekday(weekday: number, now: Date): string {
  const days = (weekday - now.getUTCDay() + 7) % 7
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
}
