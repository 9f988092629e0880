import type { Language } from '@parley/protocol'
import type { Text } from '../../app/use-text'

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const FREQUENCIES = ['HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const

/** A recurrence rule of RFC 5545, as far as the recognisers write them, in words: every 2 weeks, Monday and Thursday. */
export function sayRecurrence(rule: string, text: Text, language: Language): string {
  const parts = new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string]))
  const freq = FREQUENCIES.find((one) => one === parts.get('FREQ'))
  if (!freq) return rule
  const interval = Number(parts.get('INTERVAL') ?? 1)
  const days = (parts.get('BYDAY') ?? '').split(',').filter(Boolean)
  const named = listOf(
    days.map((day) => dayName(day, text, language)),
    language,
  )
  // Nobody says "every week, Monday".
  if (freq === 'WEEKLY' && interval === 1 && named[0]) return text('web.every.weekly', { days: named[0] })
  const every = interval > 1 ? text(`web.every.n${freq}`, { count: interval }) : text(`web.every.${freq}`)
  const when = [...monthParts(parts, text, language), ...named]
  return [every, ...when].join(text('web.every.separator'))
}

function monthParts(parts: ReadonlyMap<string, string>, text: Text, language: Language): string[] {
  const [month, day] = [parts.get('BYMONTH'), parts.get('BYMONTHDAY')]
  const name = month && format(language, { month: 'long' }).format(Date.UTC(2024, Number(month) - 1, 15))
  if (day === '-1') return [text('web.every.lastDay')]
  return [...(name ? [name] : []), ...(day ? [text('web.every.dayOfMonth', { day })] : [])]
}

/** MO, or 2MO and -1MO: the second and the last Monday of a month. */
function dayName(day: string, text: Text, language: Language): string {
  // The first of January 2024 was a Monday.
  const name = format(language, { weekday: 'long' }).format(Date.UTC(2024, 0, DAYS.indexOf(day.slice(-2)) + 1))
  const place = Number(day.slice(0, -2))
  if (place === 0) return name
  return place < 0 ? text('web.every.last', { day: name }) : text('web.every.nth', { place, day: name })
}

const format = (language: Language, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: 'UTC', ...options })

const listOf = (names: readonly string[], language: Language): string[] =>
  names.length === 0 ? [] : [new Intl.ListFormat(language === 'zh' ? 'zh-CN' : 'en-GB').format(names)]
