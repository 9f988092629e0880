import type { Slot } from '../understanding'
import { matchedSlot } from './matched-slot'
import { CHINESE_NUMERAL, DIGIT_NUMERAL, ENGLISH_NUMERAL, parseNumeral } from './numerals'

/** ISO 4217 codes of what people write; a bare 块 or ¥ in a Chinese or unmarked text is the yuan. */
const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/^(?:￥|¥|rmb|cny|元|块钱?|人民币|元人民币|yuan)$/i, 'CNY'],
  [/^(?:\$|us\$|usd|dollars?|bucks?|美元|美金|刀)$/i, 'USD'],
  [/^(?:€|eur|euros?|欧元)$/i, 'EUR'],
  [/^(?:£|gbp|pounds?|英镑)$/i, 'GBP'],
  [/^(?:hk\$|hkd|港币|港元)$/i, 'HKD'],
  [/^(?:jpy|yen|日元)$/i, 'JPY'],
]

const number = `(?:${DIGIT_NUMERAL}|${CHINESE_NUMERAL}|${ENGLISH_NUMERAL})`
const SIGN_FIRST = new RegExp(
  `(￥|¥|US\\$|HK\\$|\\$|€|£|\\b(?:RMB|CNY|USD|EUR|GBP|HKD|JPY)\\s?)\\s?(${DIGIT_NUMERAL})`,
  'gi',
)
const SIGN_LAST = new RegExp(
  `(?<![\\d.])(${number})\\s?(元人民币|人民币|美元|美金|欧元|英镑|港币|港元|日元|元(?![旦素])|块钱|块(?![儿板])|€|(?:RMB|CNY|USD|EUR|GBP|HKD|JPY|dollars?|bucks?|euros?|pounds|yuan|yen)\\b)`,
  'gi',
)
const PERCENT = new RegExp(
  `(?<![\\d.])(\\d{1,9}(?:\\.\\d{1,6})?)\\s?(?:%|％|percent\\b|per cent\\b)|百分之(\\d{1,3}(?:\\.\\d{1,4})?|${CHINESE_NUMERAL})|(${ENGLISH_NUMERAL})\\s(?:percent|per cent)\\b`,
  'gi',
)

/** Money and percentages. */
export function amounts(text: string): Slot[] {
  return [
    ...[...text.matchAll(SIGN_FIRST)].flatMap((match) => amountSlot(match, match[2], match[1])),
    ...[...text.matchAll(SIGN_LAST)].flatMap((match) => amountSlot(match, match[1], match[2])),
    ...[...text.matchAll(PERCENT)].flatMap(percentageSlot),
  ]
}

function amountSlot(match: RegExpExecArray, figure = '', sign = ''): Slot[] {
  const amount = parseNumeral(figure)
  const currency = CURRENCIES.find(([pattern]) => pattern.test(sign.trim()))?.[1] ?? null
  return amount === null ? [] : [matchedSlot(match, { type: 'amount', amount, currency })]
}

function percentageSlot(match: RegExpExecArray): Slot[] {
  const percentage = parseNumeral(match[1] ?? match[2] ?? match[3] ?? '')
  return percentage === null ? [] : [matchedSlot(match, { type: 'percentage', percentage })]
}
