import { addDays } from './calendar-days'
import { newMoonDay } from './new-moons'

const FULL_MOON = '15'
const CHINESE = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })
/** By year and month. */
const known = new Map<string, string>()

/** The day of the Chinese calendar (leap months left out) in a year of ours: 8, 15 is the Mid-Autumn Festival. */
export function lunarDay(year: number, month: number, day: number): string {
  const key = `${year} ${month}`
  const first = known.get(key) ?? firstOfMonth(year, month)
  known.set(key, first)
  return addDays(first, day - 1)
}

/** Which month it is the calendar knows for sure in its middle; when it begins the moon says. */
function firstOfMonth(year: number, month: number): string {
  // No first month begins before 21 January, and none of the eleventh is asked for.
  for (let at = addDays(`${year}-01-21`, 14); ; at = addDays(at, 1)) {
    const parts = CHINESE.formatToParts(new Date(`${at}T12:00:00Z`))
    const partOf = (type: string) => parts.find((part) => part.type === type)?.value
    if (partOf('month') === String(month) && partOf('day') === FULL_MOON) return newMoonDay(addDays(at, -14))
  }
}
