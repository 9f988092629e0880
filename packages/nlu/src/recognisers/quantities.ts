import type { Slot } from '../understanding'
import { matchedSlot } from './matched-slot'
import { CHINESE_NUMERAL, DIGIT_NUMERAL, ENGLISH_NUMERAL, parseNumeral } from './numerals'

/** Chinese measure words that count things; 点, 年, 月, 天 and their like belong to the calendar. */
const CHINESE_UNITS =
  '本|册|套|台|件|把|张|份|箱|盒|包|支|只|条|辆|部|间|瓶|袋|块|根|双|对|打|束|盏|批|卷|名|位|人|个(?!小时|月|星期|礼拜|工作日|半|钟)'
const ENGLISH_UNITS =
  'copies|copy|pieces?|boxes|box|sets?|pairs?|packs?|bottles?|bags?|sheets?|units?|items?|crates?|reams?|people|persons?|seats?|licen[cs]es?|tickets?|rooms?|laptops?|monitors?|chairs?|books?'

const chinese = new RegExp(`(?<![\\d.第每这那某哪])(${DIGIT_NUMERAL}|${CHINESE_NUMERAL})\\s?(${CHINESE_UNITS})`, 'g')
const english = new RegExp(
  `(?<![\\w.])(${DIGIT_NUMERAL}|${ENGLISH_NUMERAL}|an?)\\s(?:more\\s)?(${ENGLISH_UNITS})\\b`,
  'gi',
)
const number = new RegExp(`(?<![\\w.,:：/-])(?:${DIGIT_NUMERAL}|${ENGLISH_NUMERAL})(?![\\w:：/]|[.,-]\\d)`, 'gi')
/** One character is a word's part (一起, 三明治) far more often than a number: at least two, one of them a unit. */
const chineseNumber =
  /(?<![第\p{N}点])(?=[一二两三四五六七八九]{1,15}[十百千万亿]|十)[一二两三四五六七八九十][零〇一二两三四五六七八九十百千万亿]{1,15}(?:点[零〇一二三四五六七八九]{1,8})?/gu
/** 一个, "a copy": counted on their own they say little, and 一个 is mostly an article. */
const ARTICLE = /^一\s?(?:个|位|部|批|块|对|条|把)$/

/** Counted things (两本, "2 copies") and bare numbers. */
export function quantities(text: string): Slot[] {
  return [
    ...[...text.matchAll(chinese)].filter(([whole]) => !ARTICLE.test(whole)).flatMap(quantitySlot),
    ...[...text.matchAll(english)].flatMap(quantitySlot),
    ...[...text.matchAll(number)].flatMap(numberSlot),
    ...[...text.matchAll(chineseNumber)].flatMap(numberSlot),
  ]
}

function quantitySlot(match: RegExpExecArray): Slot[] {
  const [, count = '', unit = ''] = match
  const quantity = /^an?$/i.test(count) ? 1 : parseNumeral(count)
  return quantity === null ? [] : [matchedSlot(match, { type: 'quantity', quantity, unit: unit.toLowerCase() })]
}

function numberSlot(match: RegExpExecArray): Slot[] {
  const value = parseNumeral(match[0])
  return value === null ? [] : [matchedSlot(match, { type: 'number', number: value })]
}
