const DAY_MINUTES = 24 * 60
const STEP_MINUTES = 15
const MORNING = '09:00'

/** The next quarter of an hour of the day, or the one before, over midnight too; from no time to the morning. */
export function stepClock(time: string, direction: 1 | -1): string {
  if (time === '') return MORNING
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const quarter = (hour * 60 + minute) / STEP_MINUTES
  const next = direction === 1 ? Math.floor(quarter) + 1 : Math.ceil(quarter) - 1
  const minutes = (next * STEP_MINUTES + DAY_MINUTES) % DAY_MINUTES
  return [Math.floor(minutes / 60), minutes % 60].map((it) => String(it).padStart(2, '0')).join(':')
}
