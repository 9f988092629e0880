import { MOST_SUMMARIZED } from '@parley/protocol'
import { startOfDay } from '../../app/start-of-day'
import { readLength } from '../commands/read-length'
import type { SummarySpan } from './summary-span'

export interface ReadingTime {
  readonly nowMs: number
  readonly timeZone: string
}

const DAY_MS = 24 * 60 * 60 * 1000
const days: readonly (readonly [RegExp, number])[] = [
  [/^(?:today|今天)$/i, 0],
  [/^(?:yesterday|昨天)$/i, 1],
  [/^(?:前天)$/, 2],
  [/^(?:a week|一周|一星期)$/i, 7],
]
/** Weeks begin on Monday. */
const weeks: readonly (readonly [RegExp, number])[] = [
  [/^(?:this week|本周|这周)$/i, 0],
  [/^(?:last week|上周)$/i, 1],
]

/** `20`, `since yesterday`, `2h`, `今天`, `2026-11-27`; null where it says none of these. */
export function readSpan(words: string, { nowMs, timeZone }: ReadingTime): SummarySpan | null {
  const said = words.trim().replace(/^(?:since|自|从)\s*/i, '')
  const named = said.replace(/(?:条|条消息|messages?|以来|起|开始|之后)$/i, '').trim()
  // "last week" is a name of its own; the "last" of "last 20" says nothing.
  const wanted = named.replace(/^(?:(?:the )?last|最近)\s*/i, '')
  if (wanted === '') return {}
  if (/^\d+$/.test(wanted)) return readLast(Number(wanted))
  const lengthMs = readLength(wanted)
  if (lengthMs !== null) return { since: new Date(nowMs - lengthMs).toISOString() }
  if (/^\d{4}-\d{2}-\d{2}$/.test(wanted) && !Number.isNaN(Date.parse(wanted))) {
    return { since: startOfDay(wanted, timeZone) }
  }
  const day = namedDay(named, { nowMs, timeZone }) ?? namedDay(wanted, { nowMs, timeZone })
  return day === null ? null : { since: startOfDay(day, timeZone) }
}

function namedDay(name: string, { nowMs, timeZone }: ReadingTime): string | null {
  const today = dayOf(nowMs, timeZone)
  const daysAgo = days.find(([pattern]) => pattern.test(name))?.[1]
  if (daysAgo !== undefined) return dayBefore(today, daysAgo)
  const weeksAgo = weeks.find(([pattern]) => pattern.test(name))?.[1]
  return weeksAgo === undefined ? null : dayBefore(today, sinceMonday(today) + 7 * weeksAgo)
}

/** Counted on the calendar: where clocks are changed, a day has not 24 hours. */
const dayBefore = (day: string, count: number) => dayOf(Date.parse(day) - count * DAY_MS, 'UTC')

const sinceMonday = (day: string) => (new Date(day).getUTCDay() + 6) % 7

const readLast = (last: number): SummarySpan | null => (last >= 1 && last <= MOST_SUMMARIZED ? { last } : null)

/** The day of an instant, as the zone counts days. */
const dayOf = (instant: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant)
