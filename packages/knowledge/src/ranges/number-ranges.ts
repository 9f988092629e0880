import { NUMBER_MARK, tokeniseNumbers } from './number-tokens'
import { UNIT, unitOf } from './units'

export interface NumberRange {
  readonly min: number
  readonly max: number
  /** Chinese law counts the bound in for 以上 and 以下, and out for 超过 and 不满. */
  readonly includesMin: boolean
  readonly includesMax: boolean
  /** See {@link unitOf}. */
  readonly unit: string | undefined
}

/** What stands before a lower bound, or before an upper one; those that leave the bound out first. */
const ABOVE = '超过|大于|高于|多于|more than|over|above|exceeding|greater than|>(?!=)'
const FROM = '至少|不少于|不低于|满|从|自|at least|not less than|no less than|from|between|starting at|≥|>='
const BELOW = '不满|未满|不足|不到|低于|少于|小于|less than|fewer than|under|below|<(?!=)'
const UP_TO = '不超过|不高于|不多于|最多|至多|up to|at most|no more than|not more than|not exceeding|≤|<='
const OR_MORE = '(?:及|或)?以上|起|or more|or above|or over|and above|and over|and more|or longer|and up|\\+'
const OR_LESS = '(?:及|或)?以下|以内|之内|or less|or fewer|or below|or under|and below|and under'
const BETWEEN = '-|–|—|~|至|到|to|and|through|且|但|,|、'

const QUANTITY = `(?:[¥$€£]|${UNIT})? ?${NUMBER_MARK} ?(${UNIT})?`
const TWO_BOUNDS = new RegExp(
  `(${ABOVE}|${FROM})? ?${QUANTITY} ?(${OR_MORE})?(?:[(（]不含[^)）]*[)）])? ?(?:${BETWEEN})* ?(${BELOW}|${UP_TO})? ?${QUANTITY} ?(${OR_LESS})?`,
)
const ONE_BOUND = new RegExp(
  `(${ABOVE}|${FROM}|${BELOW}|${UP_TO})? ?${QUANTITY} ?(${OR_MORE}|${OR_LESS})?([(（ ]?不含)?(?: ?(${UNIT}))?`,
)

const isOne = (pattern: string) => {
  const whole = new RegExp(`^(?:${pattern})$`)
  return (word: string | undefined): boolean => word !== undefined && whole.test(word)
}
const isAbove = isOne(ABOVE)
const isFrom = isOne(`${FROM}|${OR_MORE}`)
const isBelow = isOne(BELOW)
const isUpTo = isOne(`${UP_TO}|${OR_LESS}`)

/**
 * The range that a cell or item speaks of: `满 5 年不满 10 年`, `5,000 元以上`, `1–3 years`, `under 18`. Undefined where it
 * speaks of none, or of single numbers.
 */
export function rangeIn(written: string): NumberRange | undefined {
  const { text, values } = tokeniseNumbers(written)
  return twoBounds(text, values) ?? oneBound(text, values)
}

function twoBounds(text: string, values: readonly number[]): NumberRange | undefined {
  const found = TWO_BOUNDS.exec(text)
  if (!found) return undefined
  const [whole, lower, first, firstUnit, after, upper, second, secondUnit, closing] = found
  const [min, max] = [values[Number(first)]!, values[Number(second)]!]
  const isJoined = new RegExp(`⟧ ?(?:${UNIT})? ?(?:${BETWEEN})`).test(whole)
  // Two numbers side by side are a range only if something says so.
  if (min >= max || !(isJoined || upper || after || closing)) return undefined
  return {
    min,
    max,
    includesMin: !isAbove(lower),
    includesMax: !isBelow(upper),
    unit: unitOf(secondUnit ?? firstUnit ?? whole),
  }
}

function oneBound(text: string, values: readonly number[]): NumberRange | undefined {
  for (const found of text.matchAll(new RegExp(ONE_BOUND, 'g'))) {
    const [whole, before, place, unit, after, excluded, late] = found
    const value = values[Number(place)]!
    const named = { unit: unitOf(unit ?? late ?? whole) }
    const includes = !excluded
    if (isBelow(before) || isUpTo(before) || isUpTo(after)) {
      return {
        min: Number.NEGATIVE_INFINITY,
        max: value,
        includesMin: true,
        includesMax: includes && !isBelow(before),
        ...named,
      }
    }
    if (isAbove(before) || isFrom(before) || isFrom(after)) {
      return {
        min: value,
        max: Number.POSITIVE_INFINITY,
        includesMin: includes && !isAbove(before),
        includesMax: true,
        ...named,
      }
    }
  }
  return undefined
}

export function isWithin({ min, max, includesMin, includesMax }: NumberRange, { value, side }: Probe): boolean {
  const isOverMin = value > min || (value === min && (side > 0 || (side === 0 && includesMin)))
  const isUnderMax = value < max || (value === max && (side < 0 || (side === 0 && includesMax)))
  return isOverMin && isUnderMax
}

/** A number that is asked about: itself, or what lies just above it (1) or below it (-1). */
export interface Probe {
  readonly value: number
  readonly side: -1 | 0 | 1
  readonly unit: string | undefined
}

/** `工龄 6 年`, `orders above 5,000`: the numbers of a question, without years of the calendar. */
export function probesIn(question: string): Probe[] {
  const { text, values } = tokeniseNumbers(question)
  return [...text.matchAll(new RegExp(ONE_BOUND, 'g'))].flatMap(([whole, before, place, unit]) => {
    const value = values[Number(place)]!
    const isCalendarYear =
      Number.isInteger(value) && value >= 1900 && value <= 2100 && (!unit || unitOf(unit) === 'year')
    if (isCalendarYear) return []
    const side = isAbove(before) ? 1 : isBelow(before) ? -1 : 0
    return [{ value, side, unit: unitOf(unit ?? whole) } as const]
  })
}
