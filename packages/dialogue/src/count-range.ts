import { parseNumeral, type Slot, type SlotValue } from '@parley/nlu'
import type { Reading } from './reading'

/** How a flow keeps "three to five": what somebody may still be asked about, and may be content with. */
const KEPT = /^\d+–\d+$/

export const isCountRange = (value: string | number | undefined): boolean =>
  typeof value === 'string' && KEPT.test(value)

/** Of things or of bare numbers; a range of money or of time counts nothing. */
export const rangesCount = (value: SlotValue): boolean =>
  value.type === 'range' && (value.of === 'quantity' || value.of === 'number')

const TO = /^\s*(?:[-–~～]|to|到|至)\s*$/i

/** "Three to five keyboards": what has a name that no recogniser counts by is two numbers until somebody looks between them. */
export function joinCounts(slots: readonly Slot[], text: string): Slot[] {
  return slots.flatMap((slot, at) => {
    const [before, after] = [slots[at - 1], slots[at + 1]]
    if (before && joined(before, slot, text)) return []
    return [(after && joined(slot, after, text)) ?? slot]
  })
}

function joined(first: Slot, last: Slot, text: string): Slot | null {
  if (first.value.type !== 'number' || last.value.type !== 'number') return null
  const [min, max] = [first.value.number, last.value.number]
  if (min >= max || !TO.test(text.slice(first.end, last.start))) return null
  const value = { type: 'range', of: 'number', min, max, unit: null } as const
  return { ...first, end: last.end, text: text.slice(first.start, last.end), value }
}

const FIGURE = '[一二两三四五六七八九]'
const NUMERAL = '\\d{1,4}|[一二两三四五六七八九十]{1,3}'
/** 3-5, 三到五, 两三本: two figures side by side are two counts. */
const BARE = new RegExp(
  `^\\s*(?:要|就|大概|大约|about\\s)?\\s*(?:(${NUMERAL})\\s*(?:[-–~～]|到|至)\\s*(${NUMERAL})|(${FIGURE})(${FIGURE}))\\s*\\p{Script=Han}?\\s*吧?[。.，,]?\\s*$`,
  'u',
)
const EITHER =
  /^(?:都行|都可以|都好|都成|随便|均可|无所谓|哪个都行|几[个本]都行|either(?: is fine| works| will do)?|any(?: of them| is fine| number)?|whichever|it does ?n['’]?t matter|doesn['’]?t matter)[。.!！吧]*$/i

/** Between which two counts: "3–5" as the flow keeps it; null where the message says none. */
export function readCountRange({ slots, text, isAnswer }: Reading): string | null {
  const found = slots.find(({ value }) => rangesCount(value))
  if (found?.value.type === 'range') return kept(found.value.min, found.value.max)
  const bare = isAnswer ? BARE.exec(text) : null
  return bare && kept(parseNumeral(bare[1] ?? bare[3] ?? ''), parseNumeral(bare[2] ?? bare[4] ?? ''))
}

/** Whoever was asked which one and does not mind. */
export const isEither = (text: string): boolean => EITHER.test(text.trim())

const MOST_PIECES = 9999

function kept(min: number | null, max: number | null): string | null {
  const isSpan = min !== null && max !== null && Number.isInteger(min) && Number.isInteger(max) && min >= 1 && min < max
  return isSpan && max <= MOST_PIECES ? `${min}–${max}` : null
}
