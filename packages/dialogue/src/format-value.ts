import type { Language } from '@parley/text'

const LOCALES = { zh: 'zh-CN', en: 'en-GB' } as const
const DATE = /^\d{4}-\d{2}-\d{2}$/
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/

/**
 * A slot value as people write it: 2026-11-27 → 11月27日（周五）, "Friday, 27 November". The year is said when it is not `now`'s.
 * Whatever is not an ISO date or date-time comes back unchanged.
 */
export function formatValue(value: string | number, language: Language, now: string): string {
  if (typeof value === 'number') return String(value)
  if (DATE.test(value)) return formatDate(value, language, now)
  const [, date, time] = DATE_TIME.exec(value) ?? []
  return date && time ? `${formatDate(date, language, now)} ${time}` : value
}

function formatDate(date: string, language: Language, now: string): string {
  const day = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(day.getTime())) return date
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: 'UTC' }).format(day)
  const year = date.slice(0, 4) === now.slice(0, 4) ? {} : ({ year: 'numeric' } as const)
  if (language === 'zh') return `${part({ ...year, month: 'long', day: 'numeric' })}（${part({ weekday: 'short' })}）`
  return `${part({ weekday: 'long' })}, ${part({ ...year, month: 'long', day: 'numeric' })}`
}
