import type { Repetition } from '@parley/protocol'

const DAY_MS = 86_400_000

/**
 * When a repetition falls due next, after `now`: at the same time of day in its zone, also over summer time. A month
 * without its day has it on its last; one that was missed while the server was off is not made up for.
 */
export function nextOccurrence(dueAt: Date, repeats: Repetition, timeZone: string, now: Date): Date {
  const first = wallClock(dueAt, timeZone)
  for (let step = 1; ; step += 1) {
    const next = instantOf(stepped(first, repeats, step), timeZone)
    if (next > now && (repeats !== 'weekdays' || isWeekday(wallClock(next, timeZone)))) return next
  }
}

/** A UTC date whose fields are what the zone's clocks show. */
function wallClock(instant: Date, timeZone: string): Date {
  return new Date(instant.getTime() + offsetMs(instant, timeZone))
}

/** When the clocks of a zone show what the UTC fields of `wall` say. */
export function instantOf(wall: Date, timeZone: string): Date {
  const guess = new Date(wall.getTime() - offsetMs(wall, timeZone))
  return new Date(wall.getTime() - offsetMs(guess, timeZone))
}

function stepped(wall: Date, repeats: Repetition, step: number): Date {
  switch (repeats) {
    case 'daily':
    case 'weekdays':
      return new Date(wall.getTime() + step * DAY_MS)
    case 'weekly':
      return new Date(wall.getTime() + step * 7 * DAY_MS)
    case 'monthly':
      return monthsLater(wall, step)
    case 'yearly':
      return monthsLater(wall, 12 * step)
  }
}

function monthsLater(wall: Date, months: number): Date {
  const target = new Date(wall)
  target.setUTCDate(1)
  target.setUTCMonth(wall.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate()
  target.setUTCDate(Math.min(wall.getUTCDate(), lastDay))
  return target
}

const isWeekday = (wall: Date): boolean => wall.getUTCDay() !== 0 && wall.getUTCDay() !== 6

/** How far the zone's clocks are ahead of UTC, to the second. */
function offsetMs(instant: Date, timeZone: string): number {
  const name = formatOf(timeZone)
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{2}):(\d{2})/.exec(name ?? '') ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}

const formatOf = (timeZone: string) => new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
