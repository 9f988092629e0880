import { z } from 'zod'
import { Instant } from './instant'

const ClockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ description: 'hours and minutes of a day, such as 22:00' })

/** Hours that come back every week, by the clock of the person's own zone. */
export const QuietPeriod = z.object({
  /** Days on which it begins: 1 is Monday, 7 Sunday. */
  days: z.array(z.int().min(1).max(7)).min(1).max(7),
  from: ClockTime,
  /** At or before `from`: on the next day. The same as `from`: a whole day. */
  to: ClockTime,
})
export type QuietPeriod = z.infer<typeof QuietPeriod>

/** When a person is told of nothing. Others see it: it says why there is no answer. */
export const DoNotDisturb = z.object({ until: Instant.nullable(), quietHours: z.array(QuietPeriod).max(7) })
export type DoNotDisturb = z.infer<typeof DoNotDisturb>

/** Somebody's quiet, and the zone whose clock it follows. */
export interface Quiet {
  readonly doNotDisturb: DoNotDisturb
  readonly timeZone: string
}

export const isQuiet = (person: Quiet, at: Date): boolean =>
  isQuietByHand(person, at) || currentQuietPeriod(person, at) !== null

export const isQuietByHand = ({ doNotDisturb: { until } }: Quiet, at: Date): boolean =>
  until !== null && Date.parse(until) > at.getTime()

/** The quiet hours that it is in, or null. Read off the wall clock, so that a change to summer time moves nothing. */
export function currentQuietPeriod({ doNotDisturb, timeZone }: Quiet, at: Date): QuietPeriod | null {
  const { quietHours } = doNotDisturb
  if (quietHours.length === 0) return null
  const { day, time } = wallClock(at, timeZone)
  const dayBefore = day === 1 ? 7 : day - 1
  const holds = ({ days, from, to }: QuietPeriod) => {
    if (from < to) return days.includes(day) && time >= from && time < to
    return (days.includes(day) && time >= from) || (days.includes(dayBefore) && time < to)
  }
  return quietHours.find(holds) ?? null
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
/** Building an Intl format costs more than using it a thousand times. */
const clocks = new Map<string, Intl.DateTimeFormat>()

/** Weekday (1 is Monday) and time of day in a zone; in UTC where the zone is not known here. */
export function wallClock(at: Date, timeZone: string): { readonly day: number; readonly time: string } {
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  return {
    day: weekdays.indexOf(parts.get('weekday') ?? '') + 1,
    time: `${parts.get('hour')}:${parts.get('minute')}`,
  }
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const made = makeClock(timeZone)
  clocks.set(timeZone, made)
  return made
}

function makeClock(timeZone: string): Intl.DateTimeFormat {
  const shown = { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  try {
    return new Intl.DateTimeFormat('en-GB', { ...shown, timeZone })
  } catch {
    return new Intl.DateTimeFormat('en-GB', { ...shown, timeZone: 'UTC' })
  }
}
