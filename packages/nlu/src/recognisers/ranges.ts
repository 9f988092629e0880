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
/** "3-5 keyboards": what is counted tells that it is no date and no number of an order. */
const COUNTED = /(?<![\w.,:：/#-])(\d{1,3})\s?[-–—]\s?(\d{1,3})(?=\s(?:[a-z]{3,20}\s){0,2}[a-z]{3,20}(?<!ss)s\b)/gi
/** 两三天 is two days or three. */
const ABOUT = /[一两二三四五六七八](?=[两二三四五六七八九])/g
const NEIGHBOURS = /^(?:一两|一二|两三|二三|三四|三五|四五|五六|六七|七八|八九)$/
const LONGEST = 40
const JOINED = new RegExp(`^\\s?${TO}\\s?`, 'i')
const BETWEEN = /\bbetween\s$/i
const AND = /^\sand\s/i
const LONGEST_JOIN = 10
const SCALED =
  /^(\d[\d,.]*|[一二两三四五六七八九](?=[千万]))(\s?(?:千万|百万|[千万亿])|k(?![a-z])|\s(?:thousand|million)\b)/i
const HAS_SCALE = /[千万亿k]|thousand|million/i
/** A longer number, or a point in time: 过两三天. */
const COUNTS_ON = /[\d第过零〇一二两三四五六七八九十百千万亿]$/
/** Most values are no end of a range: told at a glance. */
const MAY_END = /(?:[-–—~～－到至]|to|and)\s*$/i

/** "3-5 days", 三到五天, "10–20 people", ¥5000-8000, "between 5 and 7": from one value to another of its kind. */
export function ranges(text: string, counted: readonly Slot[]): Slot[] {
  return [
    ...counted.flatMap((slot) => rangeUpTo(slot, text) ?? rangeFrom(slot, text) ?? []),
    ...rangesBetween(text, counted),
    ...approximate(text),
    ...bareRanges(text),
  ]
}

/** Half a day to a day, 半天到一天: both ends are values of their own. */
function rangesBetween(text: string, counted: readonly Slot[]): Slot[] {
  const byStart = new Map<number, Slot[]>()
  for (const slot of counted) byStart.set(slot.start, [...(byStart.get(slot.start) ?? []), slot])
  return counted.flatMap((first) => {
    const between = BETWEEN.exec(text.slice(Math.max(0, first.start - LONGEST_JOIN), first.start))?.[0]
    const join = (between === undefined ? JOINED : AND).exec(text.slice(first.end, first.end + LONGEST_JOIN))?.[0]
    if (join === undefined) return []
    const start = first.start - (between?.length ?? 0)
    const lasts = byStart.get(first.end + join.length) ?? []
    return lasts.flatMap((last) => rangeOf(first.value, last.value, text, start, last.end) ?? [])
  })
}

/** 两三千块: each of the two figures is read with all that follows. */
function approximate(text: string): Slot[] {
  return [...text.matchAll(ABOUT)].flatMap(({ 0: figure, index }) => {
    const rest = text.slice(index + 1, index + LONGEST)
    if (!NEIGHBOURS.test(figure + rest.charAt(0)) || COUNTS_ON.test(text.charAt(index - 1))) return []
    const last = [...durations(rest), ...amounts(rest), ...quantities(rest)].find(
      ({ start, value }) => start === 0 && measureOf(value),
    )
    if (!last) return []
    const first = readValue(figure + last.text.slice(1), last.value.type)
    return rangeOf(first, last.value, text, index, index + 1 + last.end) ?? []
  })
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
  const first = readValue(`${scaled(numeral, last.text)}${unit}`, last.value.type)
  return rangeOf(first, last.value, text, last.start - match[0].length, last.end)
}

/** "20 to 25k", 2到3万: the scale stands behind the second number alone, and is meant for both. */
function scaled(numeral: string, last: string): string {
  const [, size = '', scale = ''] = SCALED.exec(last) ?? []
  const [from, to] = [parseNumeral(numeral), parseNumeral(size)]
  const isMeant = scale !== '' && !HAS_SCALE.test(numeral) && from !== null && to !== null && from < to
  return isMeant ? `${numeral}${scale}` : numeral
}

function rangeFrom(first: Slot, text: string): Slot | null {
  const match = BEHIND.exec(text.slice(first.end, first.end + LONGEST))
  const sign = first.text.replace(/[\d.,，]+$/, '')
  if (!match || first.value.type !== 'amount' || /\d/.test(sign)) return null
  return rangeOf(first.value, readValue(`${sign}${match[1]}`, 'amount'), text, first.start, first.end + match[0].length)
}

const bareRanges = (text: string): Slot[] =>
  [...text.matchAll(BARE), ...text.matchAll(COUNTED)].flatMap((match) => {
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
