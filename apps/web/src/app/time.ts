import type { Language } from '@parley/protocol'

/** Whose eyes a time is for. */
export interface Reader {
  readonly language: Language
  readonly timeZone: string
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Building an Intl format costs more than using it a thousand times. */
function formatOf({ language, timeZone }: Reader, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, timeZone, options])
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { timeZone, ...options })
  formats.set(key, made)
  return made
}

/** `2026-11-27` in the reader's zone: equal for two instants of one day. */
export function dayKey(instant: string | number, { timeZone }: Reader): string {
  const parts = formatOf({ language: 'en', timeZone }, { year: 'numeric', month: '2-digit', day: '2-digit' })
  return parts.format(new Date(instant)).split('/').reverse().join('-')
}

export const clockTime = (instant: string, reader: Reader): string =>
  formatOf(reader, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant))

export const exactTime = (instant: string, reader: Reader): string =>
  formatOf(reader, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(instant))

/** A weekday and date; the year only when it is another one. */
export function dayName(instant: string | number, nowMs: number, reader: Reader): string {
  const date = new Date(instant)
  const isThisYear = dayKey(instant, reader).slice(0, 4) === dayKey(nowMs, reader).slice(0, 4)
  return formatOf(reader, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(date)
}

export const shortDate = (instant: string | number, reader: Reader): string =>
  formatOf(reader, { day: 'numeric', month: 'short', weekday: 'short' }).format(new Date(instant))

const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/

/** A task's due date; one without a time belongs to no zone. */
export function dueDate(due: string, reader: Reader): string {
  if (DATE_ONLY.test(due)) return shortDate(`${due}T12:00:00Z`, { ...reader, timeZone: 'UTC' })
  return `${shortDate(due, reader)} ${clockTime(due, reader)}`
}

export function isOverdue(due: string, nowMs: number, reader: Reader): boolean {
  return DATE_ONLY.test(due) ? due < dayKey(nowMs, reader) : Date.parse(due) < nowMs
}

export const percent = (share: number, language: Language): string =>
  new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { style: 'percent' }).format(share)

const knownZones = new Map<string, string>()

/** The reader's own zone, or the browser's where the stored one is unknown to it. Every message's time asks. */
export function knownTimeZone(timeZone: string): string {
  const known = knownZones.get(timeZone) ?? resolveTimeZone(timeZone)
  knownZones.set(timeZone, known)
  return known
}

function resolveTimeZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
  } catch {
    return new Intl.DateTimeFormat('en').resolvedOptions().timeZone
  }
}
