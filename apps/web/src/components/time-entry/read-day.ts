import type { Language } from '@parley/protocol'

/** Years, months and days by name; an English month may be written out. Beginning with four digits, it is the year. */
const EITHER = [
  /^(?<year>\d{4})\s*[-/.年]\s*(?<month>\d{1,2})\s*[-/.月]\s*(?<day>\d{1,2})\s*[日号]?$/,
  /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)$/,
  /^(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*[日号]?$/,
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?<month>[a-z]{3,9})\.?,?(?:\s+(?<year>\d{4}))?$/,
  /^(?<month>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?(?:\s+(?<year>\d{4}))?$/,
  /^(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>\d{4})$/,
]

/** Which of two numbers is the month is a matter of language. */
const SHORT: Readonly<Record<Language, RegExp>> = {
  en: /^(?<day>\d{1,2})[-/.](?<month>\d{1,2})\.?$/,
  zh: /^(?<month>\d{1,2})[-/.](?<day>\d{1,2})$/,
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const HALF_YEAR_MS = 183 * 86_400_000

/** A day as people write it, as `2026-11-28`; null where none can be read. Without a year it is the nearest one. */
export function readDay(words: string, today: string, language: Language): string | null {
  const said = words.normalize('NFKC').trim().toLowerCase()
  for (const pattern of [...EITHER, SHORT[language]]) {
    const parts = pattern.exec(said)?.groups
    if (parts) return parts.year ? dayOf(parts.year, parts) : nearest(parts, today)
  }
  return null
}

function dayOf(year: string | number, { month = '', day = '' }: Partial<Record<string, string>>): string | null {
  const number = Number(month) || MONTHS.indexOf(month.slice(0, 3)) + 1
  const iso = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = Date.parse(`${iso}T00:00Z`)
  // What the calendar does not have (31 February) is moved on by the parser, or refused.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso) ? iso : null
}

function nearest(parts: Partial<Record<string, string>>, today: string): string | null {
  const year = Number(today.slice(0, 4))
  const found = [year - 1, year, year + 1].flatMap((it) => dayOf(it, parts) ?? [])
  return found.find((it) => Math.abs(Date.parse(it) - Date.parse(today)) < HALF_YEAR_MS) ?? found[0] ?? null
}
