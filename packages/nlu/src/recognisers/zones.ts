import type { TextSpan } from '../understanding'
import { addDays } from './calendar-days'
import type { CalendarMatch } from './calendar-match'
import { dateTime, MINUTE_MS, type Moment, minutesOf, offsetAt } from './moment'
import { CHINESE_CITIES, SHORT_ZONES, zoneNamed } from './zone-names'

/** A zone that a text names. */
export interface NamedZone extends TextSpan {
  readonly zone: string
}

const CHINESE = new RegExp(`(${CHINESE_CITIES})(?:当地)?时间`, 'g')
const ENGLISH = /(?<![\w-])((?:[A-Z][a-z]+ )?[A-Za-z]+) (?:local |standard |daylight )?time\b/g
const SHORT = new RegExp(`(?<=\\d\\s?(?:[ap]\\.?m\\.?)?\\s?)(?:${SHORT_ZONES})\\b`, 'gi')
/** "9am Pacific" */
const COAST = /(?<=\d\s?(?:[ap]\.?m\.?)?\s)(?:Pacific|Eastern|Central|Mountain)\b(?! time)/gi

/** What Americans take for their Central Standard Time is China's where its clocks are. */
const CHINA_TIME = /(?<=\d\s?(?:[ap]\.?m\.?)?\s?)CST\b/gi
const CHINA_OFFSET = 480

/** Zones by their city, country or coast ("London time", 北京时间), or as they stand behind a clock time ("9am PT"). */
export function findZones(text: string, moment: Moment): NamedZone[] {
  const cities = [...text.matchAll(CHINESE), ...text.matchAll(ENGLISH)].flatMap(({ index, 0: whole, 1: name = '' }) => {
    // "at London time" and "the London time" begin with what is no part of the name.
    const last = name.split(' ').at(-1) ?? ''
    const named = zoneNamed(name) ? name : last
    const zone = zoneNamed(named)
    const start = index + name.length - named.length
    return zone ? [{ start, end: index + whole.length, zone }] : []
  })
  const short = [...text.matchAll(SHORT), ...text.matchAll(COAST)].flatMap(({ index, 0: name }) => {
    const zone = zoneNamed(/^[a-z]{2,3}$/i.test(name) ? name.toUpperCase() : name)
    return zone ? [{ start: index, end: index + name.length, zone }] : []
  })
  const chinas = moment.offsetMinutes === CHINA_OFFSET ? [...text.matchAll(CHINA_TIME)] : []
  const china = chinas.map(({ index, 0: { length } }) => ({ start: index, end: index + length, zone: 'Asia/Shanghai' }))
  return [...cities, ...short, ...china]
}

/** The text with blanks in their place: grammars read what stands on both sides as one. */
export const withoutZones = (text: string, zones: readonly NamedZone[]): string =>
  zones.reduce((left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end), text)

/** Turns clock times beside which, or in which, a zone is named into the speaker's own. */
export function inSpeakersZone(
  matches: readonly CalendarMatch[],
  zones: readonly NamedZone[],
  text: string,
  moment: Moment,
): CalendarMatch[] {
  return matches.map((match) => {
    const named = match.time === undefined ? undefined : withZone(match, zones, text)
    if (!named) return match
    const { start, end, zone } = named
    return { ...match, start, end, ...converted(match, zone, moment) }
  })
}

/** The zone named beside, or in, a stretch of text, as the stretch of both. */
export function withZone(span: TextSpan, zones: readonly NamedZone[], text: string): NamedZone | undefined {
  const named = zones.find((zone) => isBeside(zone, span, text))
  if (!named) return undefined
  const end = Math.max(span.end, named.end)
  const isInBrackets = /[(（]\s*$/.test(text.slice(0, named.start)) && /^[)）]/.test(text.slice(end))
  return { start: Math.min(span.start, named.start), end: isInBrackets ? end + 1 : end, zone: named.zone }
}

/** The gap may hold a bracket, or the blanks that stand for another zone. */
function isBeside(zone: TextSpan, match: TextSpan, text: string): boolean {
  const between = text.slice(Math.min(zone.end, match.end), Math.max(zone.start, match.start))
  const isInside = zone.start >= match.start && zone.end <= match.end
  return isInside || /^[\s(（的，,]*$/.test(between)
}

/** A time without a day is the next such time there; a named day is meant as it is counted there. */
function converted({ day, time = 0, endDay, endTime }: CalendarMatch, zone: string, moment: Moment) {
  const there = momentIn(zone, moment)
  const startDay = day ?? (time >= there.minutes ? there.today : addDays(there.today, 1))
  const start = wallAt(dateTime(startDay, time, there), moment)
  if (endTime === undefined) return start
  const end = wallAt(dateTime(endDay ?? startDay, endTime, there), moment)
  return { ...start, endDay: end.day, endTime: end.time }
}

/** The same instant on the clocks of another zone. */
export function momentIn(timeZone: string, { today, minutes, offsetMinutes }: Moment): Moment {
  const now = Date.parse(`${today}T00:00:00Z`) + (minutes - offsetMinutes) * MINUTE_MS
  const offset = offsetAt(now, timeZone)
  const { day, time } = wallOf(now, offset)
  return { today: day, minutes: time, offsetMinutes: offset, timeZone }
}

/** A day and time there as the speaker has it then. */
export function dateTimeHere(day: string, minutes: number, there: Moment, here: Moment): string {
  const wall = wallAt(dateTime(day, minutes, there), here)
  return dateTime(wall.day, wall.time, here)
}

/** What the speaker's clocks show at an instant. */
function wallAt(instant: string, { timeZone, offsetMinutes }: Moment) {
  const at = Date.parse(instant)
  return wallOf(at, timeZone === undefined ? offsetMinutes : offsetAt(at, timeZone))
}

function wallOf(at: number, offsetMinutes: number): { readonly day: string; readonly time: number } {
  const wall = new Date(at + offsetMinutes * MINUTE_MS).toISOString()
  return { day: wall.slice(0, 10), time: minutesOf(wall.slice(11, 16)) }
}
