import type { Slot, SlotValue } from '../understanding'
import { amounts } from './amounts'
import { durations } from './durations'
import { CHINESE_NUMERAL, DIGIT_NUMERAL, ENGLISH_NUMERAL, parseNumeral } from './numerals'
import { quantities } from './quantities'

type Range = Extract<SlotValue, { type: 'range' }>

const NUMERAL = `(?:${DIGIT_NUMERAL}|${CHINESE_NUMERAL}|${ENGLISH_NUMERAL})`
const TO = '(?:[-–—~～－]|到|至|to)'
const ALONE = '(?<![\\w.,:：/第-])'
const LEADING = new RegExp(`^${NUMERAL}`, 'i')
/** "between 3 and", 3天到, "3 –" right before the value that ends the range. */
const BEFORE = new RegExp(
  `(?:\\bbetween\\s+(${NUMERAL})\\s?([^\\d\\s]{0,10})\\s+and\\s+|${ALONE}(${NUMERAL})\\s?([^\\d\\s]{0,10}?)\\s?${TO}\\s?)$`,
  'i',
)
/** ¥5000-8000 has its sign in front. */
const BEHIND = new RegExp(`^\\s?${TO}\\s?(${DIGIT_NUMERAL})(?![\\d.:：/-])`, 'i')
const BARE = new RegExp(
  `\\bbetween\\s+(${NUMERAL})\\s+and\\s+(${NUMERAL})\\b|${ALONE}(${NUMERAL})\\s?${TO}\\s?(${NUMERAL})\\s?之间`,
  'gi',
)
const LONGEST = 40
/** Most values are no end of a range: told at a glance. */
const MAY_END = /(?:[-–—~～－到至]|to|and)\s*$/i

/** "3-5 days", 三到五天, "10–20 people", ¥5000-8000, "between 5 and 7": from one value to another of its kind. */
export function ranges(text: string, counted: readonly Slot[]): Slot[] {
  return [...counted.flatMap((slot) => rangeUpTo(slot, text) ?? rangeFrom(slot, text) ?? []), ...bareRanges(text)]
}

/** What is counted stands behind the second number, and often behind it alone: the first is read as if it stood there, too. */
function rangeUpTo(last: Slot, text: string): Slot | null {
  const before = text.slice(Math.max(0, last.start - LONGEST), last.start)
  const match = MAY_END.test(before) ? BEFORE.exec(before) : null
  if (!match || last.value.type === 'number') return null
  const numeral = match[1] ?? match[3] ?? ''
  const unit = last.text.replace(LEADING, '')
  const written = (match[2] ?? match[4] ?? '').trim()
  if (written !== '' && !unit.trim().startsWith(written)) return null
  return rangeOf(
    readValue(`${numeral}${unit}`, last.value.type),
    last.value,
    text,
    last.start - match[0].length,
    last.end,
  )
}

function rangeFrom(first: Slot, text: string): Slot | null {
  const match = BEHIND.exec(text.slice(first.end, first.end + LONGEST))
  const sign = first.text.replace(/[\d.,，]+$/, '')
  if (!match || first.value.type !== 'amount' || /\d/.test(sign)) return null
  return rangeOf(first.value, readValue(`${sign}${match[1]}`, 'amount'), text, first.start, first.end + match[0].length)
}

const bareRanges = (text: string): Slot[] =>
  [...text.matchAll(BARE)].flatMap((match) => {
    const [min, max] = [parseNumeral(match[1] ?? match[3] ?? ''), parseNumeral(match[2] ?? match[4] ?? '')]
    if (min === null || max === null || min >= max) return []
    const value: Range = { type: 'range', of: 'number', min, max, unit: null }
    const [whole] = match
    return [{ start: match.index, end: match.index + whole.length, text: whole, value, source: 'recogniser' }]
  })

/** What words that are one value of a kind come to. */
function readValue(words: string, kind: SlotValue['type']): SlotValue | null {
  const read = kind === 'duration' ? durations : kind === 'quantity' ? quantities : amounts
  return read(words).find(({ text }) => text === words)?.value ?? null
}

function rangeOf(
  first: SlotValue | null,
  last: SlotValue | null,
  text: string,
  start: number,
  end: number,
): Slot | null {
  const [from, to] = [measureOf(first), measureOf(last)]
  if (!from || !to || from.of !== to.of || from.unit !== to.unit || from.size >= to.size) return null
  const value: Range = { type: 'range', of: to.of, min: from.size, max: to.size, unit: to.unit }
  return { start, end, text: text.slice(start, end), value, source: 'recogniser' }
}

function measureOf(value: SlotValue | null): { of: Range['of']; size: number; unit: string | null } | null {
  switch (value?.type) {
    case 'duration':
      return { of: value.type, size: value.seconds, unit: null }
    case 'amount':
      return { of: value.type, size: value.amount, unit: value.currency }
    case 'quantity':
      return { of: value.type, size: value.quantity, unit: value.unit }
    case 'percentage':
      return { of: value.type, size: value.percentage, unit: null }
    default:
      return null
  }
}
