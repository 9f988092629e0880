import { wallClock } from '@parley/protocol'

const STEP_MS = 15 * 60_000

/** Eight o'clock of the next day in a zone. Every zone is a multiple of a quarter of an hour away from UTC. */
export function nextMorning(from: Date, timeZone: string): Date {
  const today = wallClock(from, timeZone).day
  let at = new Date(Math.ceil(from.getTime() / STEP_MS) * STEP_MS)
  for (;;) {
    const { day, time } = wallClock(at, timeZone)
    if (day !== today && time === '08:00') return at
    at = new Date(at.getTime() + STEP_MS)
  }
}
