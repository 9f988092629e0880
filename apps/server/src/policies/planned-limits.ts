import { ParleyError } from '@parley/protocol'

const YEAR_MS = 366 * 24 * 60 * 60 * 1000
/** How many scheduled messages, and how many reminders, one person may have waiting. */
const MOST_PLANNED = 200

/** A time to come, at most a year ahead. */
export function requireAhead(at: string, now: Date): Date {
  const time = new Date(at)
  const aheadMs = time.getTime() - now.getTime()
  if (aheadMs <= 0 || aheadMs > YEAR_MS) throw new ParleyError('time_out_of_range', { at })
  return time
}

export function refuseMorePlanned(count: number | string | bigint): void {
  if (Number(count) >= MOST_PLANNED) throw new ParleyError('too_many_planned', { limit: MOST_PLANNED })
}
