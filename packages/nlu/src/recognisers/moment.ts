import type { Situation } from '../understanding'

/** The speaker's "now", read off the wall. */
export interface Moment {
  readonly today: string
  /** Minutes since midnight. */
  readonly minutes: number
  readonly offsetMinutes: number
  readonly timeZone?: string
}

export const MINUTE_MS = 60_000

/** @throws RangeError when `now` is not an ISO 8601 instant. */
export function momentOf(situation: Situation): Moment {
  const instant = new Date(situation.now)
  const offsetMinutes = parseOffset(situation.now)
  const wall = new Date(instant.getTime() + offsetMinutes * MINUTE_MS).toISOString()
  const moment = { today: wall.slice(0, 10), minutes: minutesOf(wall.slice(11, 16)), offsetMinutes }
  return situation.timeZone === undefined ? moment : { ...moment, timeZone: situation.timeZone }
}

/** `day` and minutes since midnight as ISO 8601 with the offset that the speaker's zone has at that time. */
export function dateTime(day: string, minutes: number, moment: Moment): string {
  const wall = new Date(Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE_MS)
  const offset = moment.timeZone === undefined ? moment.offsetMinutes : zoneOffset(wall, moment.timeZone, moment)
  return `${wall.toISOString().slice(0, 19)}${formatOffset(offset)}`
}

export const clockTime = (minutes: number) => `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`

export const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

const pad = (value: number) => String(value).padStart(2, '0')

function parseOffset(now: string): number {
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})$/.exec(now) ?? []
  if (sign === undefined) return 0
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

function formatOffset(offset: number): string {
  const size = Math.abs(offset)
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

/** Making a formatter takes a hundred times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat>()

function zoneFormat(timeZone: string): Intl.DateTimeFormat {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  formats.set(timeZone, format)
  return format
}

/** Offset in minutes of `timeZone` when its clocks show `wall` (a UTC date that stands for the wall clock). */
function zoneOffset(wall: Date, timeZone: string, moment: Moment): number {
  return offsetAt(wall.getTime() - moment.offsetMinutes * MINUTE_MS, timeZone)
}

/** Offset in minutes of a zone at an instant, in milliseconds since 1970. */
export function offsetAt(instant: number, timeZone: string): number {
  const name = zoneFormat(timeZone)
    .formatToParts(instant)
    .find((part) => part.type === 'timeZoneName')?.value
  return parseOffset(name ?? '')
}
