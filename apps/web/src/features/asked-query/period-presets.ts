import { dayKey } from '../../app/time'

export type Preset =
  | 'thisWeek'
  | 'lastWeek'
  | 'nextWeek'
  | 'thisMonth'
  | 'lastMonth'
  | 'thisQuarter'
  | 'lastQuarter'
  | 'thisYear'
  | 'lastYear'

export interface Period {
  readonly preset: Preset
  /** First and last calendar day, ISO 8601. */
  readonly from: string
  readonly to: string
}

const DAY_MS = 86_400_000
const iso = (time: number) => new Date(time).toISOString().slice(0, 10)

/** Stretches of time that people ask for, around today in the reader's zone; weeks begin on Monday. */
export function periodPresets(nowMs: number, timeZone: string): Period[] {
  const today = Date.parse(`${dayKey(nowMs, { language: 'en', timeZone })}T00:00:00Z`)
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * DAY_MS
  const weeks = (shift: number) => ({
    from: iso(monday + 7 * shift * DAY_MS),
    to: iso(monday + (7 * shift + 6) * DAY_MS),
  })
  const months = (length: number, shift: number) => monthsAround(new Date(today), length, shift)
  return [
    { preset: 'thisWeek', ...weeks(0) },
    { preset: 'lastWeek', ...weeks(-1) },
    { preset: 'nextWeek', ...weeks(1) },
    { preset: 'thisMonth', ...months(1, 0) },
    { preset: 'lastMonth', ...months(1, -1) },
    { preset: 'thisQuarter', ...months(3, 0) },
    { preset: 'lastQuarter', ...months(3, -1) },
    { preset: 'thisYear', ...months(12, 0) },
    { preset: 'lastYear', ...months(12, -1) },
  ]
}

function monthsAround(today: Date, length: number, shift: number) {
  const first = (Math.floor(today.getUTCMonth() / length) + shift) * length
  const [from, next] = [first, first + length].map((month) => Date.UTC(today.getUTCFullYear(), month, 1))
  return { from: iso(from!), to: iso(next! - DAY_MS) }
}
