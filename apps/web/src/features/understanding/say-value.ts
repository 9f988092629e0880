import type { UserId } from '@parley/protocol'
import { clockTime, dayName, type Reader } from '../../app/time'
import type { Names } from '../../app/use-names'
import type { Text } from '../../app/use-text'
import type { Slot } from './mark-slots'
import { sayRecurrence } from './say-recurrence'

/** Whose eyes a value is for, and in which words. */
export interface ValueWords {
  readonly reader: Reader
  readonly text: Text
  readonly names: Pick<Names, 'personById'>
  readonly nowMs: number
}

type Value = Slot['value']
type Say = (value: Value, words: ValueWords) => string

const stringOf = (part: unknown): string => (typeof part === 'string' ? part : '')
const numberOf = (part: unknown): number => (typeof part === 'number' ? part : Number.NaN)
const localeOf = ({ reader }: ValueWords): string => (reader.language === 'zh' ? 'zh-CN' : 'en-GB')

/** What stands for it where it was read: a day belongs to no zone, a time is told in the reader's. */
function sayTime(time: string, { reader, nowMs }: ValueWords): string {
  if (!time.includes('T')) return dayName(`${time}T12:00:00Z`, nowMs, { ...reader, timeZone: 'UTC' })
  return `${dayName(time, nowMs, reader)} ${clockTime(time, reader)}`
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const

/** 5400 is an hour and thirty minutes. */
function sayDuration(seconds: number, words: ValueWords): string {
  let left = seconds
  const parts = UNITS.flatMap(([unit, size]) => {
    const count = Math.floor(left / size)
    left -= count * size
    const format = { style: 'unit', unit, unitDisplay: 'long' } as const
    return count > 0 ? [new Intl.NumberFormat(localeOf(words), format).format(count)] : []
  })
  return parts.join(' ')
}

function sayAmount({ amount, currency }: Value, words: ValueWords): string {
  return new Intl.NumberFormat(localeOf(words), moneyIn(currency)).format(numberOf(amount))
}

const moneyIn = (currency: unknown) => (typeof currency === 'string' ? ({ style: 'currency', currency } as const) : {})

function sayRange({ of, min, max, unit }: Value, words: ValueWords): string {
  const [from, to] = [numberOf(min), numberOf(max)]
  if (of === 'duration') return `${sayDuration(from, words)} – ${sayDuration(to, words)}`
  const format = new Intl.NumberFormat(localeOf(words), of === 'amount' ? moneyIn(unit) : {})
  const said = format.formatRange(from, to)
  return of === 'percentage' ? `${said} %` : said
}

function sayPeople({ personIds }: Value, { names, text }: ValueWords): string {
  const ids = Array.isArray(personIds) ? (personIds as UserId[]) : []
  return ids.map((id) => names.personById(id)).join(text('web.slots.or'))
}

function sayRecurring({ rule, time, timeZone, next }: Value, words: ValueWords): string {
  const { text, reader } = words
  const what = [sayRecurrence(stringOf(rule), text, reader.language), stringOf(time)].filter(Boolean).join(' ')
  const said =
    typeof timeZone === 'string' ? text('web.every.inZone', { what, zone: zoneName(timeZone, localeOf(words)) }) : what
  return typeof next === 'string' ? text('web.every.next', { what: said, next: sayTime(next, words) }) : said
}

/** "United Kingdom Time"; a browser that does not know the zone says its id. */
function zoneName(timeZone: string, locale: string): string {
  try {
    const format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'shortGeneric' })
    return format.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  } catch {
    return timeZone
  }
}

const KINDS: Readonly<Record<string, Say>> = {
  date: ({ date }, words) => sayTime(stringOf(date), words),
  datetime: ({ datetime }, words) => sayTime(stringOf(datetime), words),
  time: ({ time }) => stringOf(time),
  dateRange: ({ start, end }, words) => `${sayTime(stringOf(start), words)} – ${sayTime(stringOf(end), words)}`,
  recurrence: sayRecurring,
  duration: ({ seconds }, words) => sayDuration(numberOf(seconds), words),
  number: ({ number }, words) => new Intl.NumberFormat(localeOf(words)).format(numberOf(number)),
  amount: sayAmount,
  range: sayRange,
  percentage: ({ percentage }) => `${numberOf(percentage)} %`,
  person: sayPeople,
}

/** What words of a message come to, in the reader's language and zone; empty where they say it themselves. */
export function sayValue(slot: Slot, words: ValueWords): string {
  const said = KINDS[slot.value.type]?.(slot.value, words) ?? ''
  return plain(said) === plain(slot.text) ? '' : said
}

const plain = (words: string): string => words.replace(/[\s,@＠]/g, '').toLowerCase()
