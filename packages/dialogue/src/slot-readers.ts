import { parseNumeral, type Slot, type SlotValue } from '@parley/nlu'
import { isCountRange, isEither, readCountRange } from './count-range'
import { readDate, readEndDate, readTime } from './date-readers'
import type { FlowSlot, ReaderName } from './flow'
import { readPeople } from './people-reader'
import type { Reading, SlotReader } from './reading'
import { readMessage, readText, readTitle } from './text-readers'

/** How a value of each sort is found in a message: `null` when it is not there. */
export const SLOT_READERS = {
  title: readTitle,
  text: readText,
  message: readMessage,
  count: readCount,
  date: readDate,
  endDate: readEndDate,
  time: readTime,
  durationMinutes: readDurationMinutes,
  amount: (reading) => readAmount(reading)?.amount ?? null,
  currency: (reading) => readAmount(reading)?.currency ?? null,
  people: readPeople,
} satisfies Record<ReaderName, SlotReader>

const CLAIMS: Readonly<Partial<Record<ReaderName, readonly SlotValue['type'][]>>> = {
  count: ['number', 'quantity', 'range'],
  date: ['date', 'datetime', 'dateRange'],
  endDate: ['date', 'datetime', 'dateRange'],
  time: ['time', 'datetime', 'dateRange'],
  durationMinutes: ['duration'],
  amount: ['amount', 'number'],
}

/** The sorts of value that a flow's readers take out of a message. */
export const claimedTypes = (slots: readonly FlowSlot[]): readonly SlotValue['type'][] =>
  slots.flatMap((slot) => CLAIMS[slot.reader] ?? [])

export const valuesOfType = <Type extends SlotValue['type']>(slots: readonly Slot[], type: Type) =>
  slots.flatMap((slot) => (isOfType(slot, type) ? [slot] : []))

const isOfType = <Type extends SlotValue['type']>(
  slot: Slot,
  type: Type,
): slot is Slot & { readonly value: Extract<SlotValue, { type: Type }> } => slot.value.type === type

const MOST_PIECES = 9999
const isCount = (number: number) => Number.isInteger(number) && number >= 1 && number <= MOST_PIECES

/** What stands before a number that counts nothing: -3, 负五本, 第二. A dash with a space after it is a mark. */
const NEGATIVE_OR_ORDINAL = /(?:第|负|(?<![\p{L}\p{N}])[-−–]|\b(?:minus|negative)\s)$/iu
const BARE_NUMBER = /^\s*(\d{1,4}|[一二两三四五六七八九十百]{1,5})\s*\p{Script=Han}?吧?[。.，,]?\s*$/u

/** A range is kept as it is said ("3–5"), to be asked about. */
function readCount(reading: Reading, { name }: FlowSlot): number | string | null {
  const between = readCountRange(reading)
  if (between !== null) return between
  const asked = reading.known[name]
  return reading.isAnswer && isCountRange(asked) && isEither(reading.text) ? (asked ?? null) : readOneCount(reading)
}

function readOneCount({ slots, text, isAnswer }: Reading): number | null {
  const isCounted = (slot: Slot) => !NEGATIVE_OR_ORDINAL.test(text.slice(0, slot.start))
  const quantities = valuesOfType(slots, 'quantity')
    .filter(isCounted)
    .map((slot) => slot.value.quantity)
  const numbers = valuesOfType(slots, 'number')
    .filter(isCounted)
    .map((slot) => slot.value.number)
  const bare = isAnswer ? (parseNumeral(BARE_NUMBER.exec(text)?.[1] ?? '') ?? Number.NaN) : Number.NaN
  return [...quantities, ...numbers, bare].find(isCount) ?? null
}

const SECONDS_A_MINUTE = 60
const MINUTES_A_DAY = 24 * 60

function readDurationMinutes({ slots }: Reading): number | null {
  const [duration] = valuesOfType(slots, 'duration')
  if (duration) return Math.round(duration.value.seconds / SECONDS_A_MINUTE)
  // Half an hour or three quarters: time enough for both.
  const range = valuesOfType(slots, 'range').find(({ value }) => value.of === 'duration')
  if (range) return Math.round(range.value.max / SECONDS_A_MINUTE)
  const span = valuesOfType(slots, 'dateRange').find(({ value }) => value.start.includes('T'))
  return span ? minutesBetween(span.value.start, span.value.end) : null
}

/** "From two to four" says when and how long; what spans more than a day is no length of a meeting. */
function minutesBetween(start: string, end: string): number | null {
  const minutes = Math.round((Date.parse(end) - Date.parse(start)) / (1000 * SECONDS_A_MINUTE))
  return minutes > 0 && minutes < MINUTES_A_DAY ? minutes : null
}

/** An amount of money; in an expense claim a lone number is one too. */
function readAmount({ slots }: Reading): { amount: number; currency: string | null } | null {
  const [amount] = valuesOfType(slots, 'amount')
  if (amount) return amount.value
  const [number, ...others] = valuesOfType(slots, 'number')
  const isAmount = number !== undefined && others.length === 0 && number.value.number > 0
  return isAmount ? { amount: number.value.number, currency: null } : null
}
