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
  [/^(?:this week|last week|a week|本周|一周)$/i, 7],
]

/** `20`, `since yesterday`, `2h`, `今天`, `2026-11-27`; null where it says none of these. */
export function readSpan(words: string, { nowMs, timeZone }: ReadingTime): SummarySpan | null {
  const said = words.trim().replace(/^(?:since|last|the last|最近|自|从)\s*/i, '')
  const wanted = said.replace(/(?:条|条消息|messages?|以来|起|开始|之后)$/i, '').trim()
  if (wanted === '') return {}
  if (/^\d+$/.test(wanted)) return readLast(Number(wanted))
  const lengthMs = readLength(wanted)
  if (lengthMs !== null) return { since: new Date(nowMs - lengthMs).toISOString() }
  if (/^\d{4}-\d{2}-\d{2}$/.test(wanted) && !Number.isNaN(Date.parse(wanted))) {
    return { since: startOfDay(wanted, timeZone) }
  }
  const ago = days.find(([pattern]) => pattern.test(wanted))?.[1]
  return ago === undefined ? null : { since: startOfDay(dayOf(nowMs - ago * DAY_MS, timeZone), timeZone) }
}

const readLast = (last: number): SummarySpan | null => (last >= 1 && last <= MOST_SUMMARIZED ? { last } : null)

/** The day of an instant, as the zone counts days. */
const dayOf = (instant: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant)
