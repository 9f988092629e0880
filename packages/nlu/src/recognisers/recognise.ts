import type { Situation, Slot, SlotValue } from '../understanding'
import { amounts } from './amounts'
import { type CalendarMatch, calendarSlot } from './calendar-match'
import { channels } from './channels'
import { chineseCalendar } from './chinese-calendar'
import { codes } from './codes'
import { durations } from './durations'
import { englishCalendar } from './english-calendar'
import { markedText } from './marked-text'
import { type Moment, momentOf } from './moment'
import { dropOverlaps } from './overlaps'
import { people } from './people'
import { quantities } from './quantities'
import { ranges } from './ranges'
import { findRecurrences, joinTimes, withoutRecurrences } from './recurrences'
import { windows } from './windows'
import { findZones, inSpeakersZone, withoutZones } from './zones'

/** Longer messages are pasted logs and documents: what they ask for stands at their beginning. */
const READ_LENGTH = 10_000

const hasHan = (text: string) => /\p{Script=Han}/u.test(text)
const mayHoldEnglishDate = (text: string) => /[a-z]{2}|\d[:/-]\d/i.test(text)

/**
 * Finds dates, times, recurrences, durations, numbers, amounts, quantities, ranges of these, people, channels, titles, addresses, telephone numbers,
 * files, versions and the numbers of orders, tickets and the like.
 *
 * Pure: the same text and situation give the same slots, sorted by place, without overlaps (the longest wins, then the
 * more specific). Dates are resolved in the speaker's zone, bare weekdays and days of the month to the next one.
 * Reads the first 10,000 characters, in windows of at most 200.
 *
 * @throws RangeError when `situation.now` is no ISO 8601 instant.
 */
export function recognise(text: string, situation: Situation): Slot[] {
  const moment = momentOf(situation)
  const read = text.slice(0, READ_LENGTH)
  const inWindows = windows(read).flatMap(({ offset, text: part }) => {
    return recogniseWindow(part, moment).map((slot) => ({
      ...slot,
      start: slot.start + offset,
      end: slot.end + offset,
    }))
  })
  const known = [...people(read, situation.directory), ...channels(read, situation.channels ?? [])]
  return withoutOverlaps([...markedText(read), ...codes(read), ...known, ...inWindows])
}

function recogniseWindow(text: string, moment: Moment): Slot[] {
  const recurrences = findRecurrences(text)
  const zones = findZones(text, moment)
  const plain = withoutZones(withoutRecurrences(text, recurrences), zones)
  const matches: CalendarMatch[] = [
    ...(hasHan(text) ? chineseCalendar(plain, moment) : []),
    ...(mayHoldEnglishDate(text) ? englishCalendar(plain, moment) : []),
  ]
  const { slots, others } = joinTimes(recurrences, dropOverlaps(matches), zones, text, moment)
  const calendar = inSpeakersZone(others, zones, text, moment).map((match) => calendarSlot(match, text, moment))
  const counted = [...durations(text), ...amounts(text), ...quantities(text)]
  return dropOverlaps([...slots, ...calendar, ...counted, ...ranges(text, counted)])
}

/** A title holds what it quotes only where nothing else claims more: people and dates inside quotes stay with the title. */
function withoutOverlaps(slots: readonly Slot[]): Slot[] {
  return dropOverlaps([...slots].sort((a, b) => rank(a.value) - rank(b.value)))
}

const RANKS: readonly SlotValue['type'][] = [
  'url',
  'email',
  'title',
  'file',
  'channel',
  'person',
  'phone',
  'identifier',
  'version',
]
const rank = (value: SlotValue) => (RANKS.indexOf(value.type) + RANKS.length + 1) % (RANKS.length + 1)
