import type { Slot } from '../understanding'
import { CHINESE_NUMERAL, DIGITS, ENGLISH_NUMERAL, parseNumeral } from './numerals'

const MINUTE = 60
const HOUR = 3600
const DAY = 86_400

/** Seconds of a unit, by the beginning of its name. A month counts 30 days and a year 365. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:秒|sec)/i, 1],
  [/^(?:分|min)/i, MINUTE],
  [/^(?:刻钟)/, 15 * MINUTE],
  [/(?:小时|钟头)$|^(?:hour|hr|h$)/i, HOUR],
  [/^(?:天|day)/i, DAY],
  [/(?:周|星期|礼拜)$|^week/i, 7 * DAY],
  [/月$|^month/i, 30 * DAY],
  [/^(?:年|year)/i, 365 * DAY],
]

const CHINESE = new RegExp(
  `(?<![第\\d.])(${DIGITS}|半|${CHINESE_NUMERAL})\\s?(个半小时|个小时|小时|个半钟头|个钟头|分钟|刻钟|秒钟?|个?工作日|天|周(?![一二三四五六日末年])|个星期|个礼拜|个月|年(?![\\d级代份前会]))(?![前后内]|之[前后内]|以[前后内])`,
  'g',
)
const ENGLISH = new RegExp(
  `(?<![\\w.])(?!a second\\b)(?:(${DIGITS}|${ENGLISH_NUMERAL}|half an?|an?)[ -]?(?:and a (half) )?)(seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\\b(?! ago)`,
  'gi',
)

/** Lengths of time: 半小时, 一个半小时, "30 minutes", "two and a half hours". */
export function durations(text: string): Slot[] {
  return [
    ...[...text.matchAll(CHINESE)].flatMap((match) => slotOf(match, chineseAmount(match[1], match[2]), match[2])),
    ...[...text.matchAll(ENGLISH)].flatMap((match) => slotOf(match, englishAmount(match[1], match[2]), match[3])),
  ]
}

const chineseAmount = (count = '', unit = '') => {
  const amount = parseNumeral(count)
  return amount === null ? null : amount + (unit.startsWith('个半') ? 0.5 : 0)
}

function englishAmount(count = '', half?: string): number | null {
  const amount = /^half/i.test(count) ? 0.5 : /^an?$/i.test(count) ? 1 : parseNumeral(count)
  return amount === null ? null : amount + (half === undefined ? 0 : 0.5)
}

function slotOf(match: RegExpExecArray, amount: number | null, unit = ''): Slot[] {
  const scale = UNITS.find(([pattern]) => pattern.test(unit.replace('个工作日', '天').replace('工作日', '天')))?.[1]
  if (amount === null || scale === undefined) return []
  const [text] = match
  const value = { type: 'duration', seconds: Math.round(amount * scale) } as const
  return [{ start: match.index, end: match.index + text.length, text, value, source: 'recogniser' }]
}
