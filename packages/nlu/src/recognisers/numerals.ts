/** Numbers as people write them, in digits, Chinese numerals and English words. */

const CHINESE_DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const CHINESE_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const CHINESE_SECTIONS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }

const ENGLISH_WORDS: Readonly<Record<string, number>> = Object.fromEntries([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, index * 10 + 20] as const),
  ['dozen', 12],
])
const ENGLISH_SCALES: Readonly<Record<string, number>> = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 }
const SUFFIXES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8 }

const englishWord = `(?:${[...Object.keys(ENGLISH_WORDS), ...Object.keys(ENGLISH_SCALES)].join('|')})`

export const CHINESE_NUMERAL = '[零〇一二两三四五六七八九十百千万亿]{1,16}(?:点[零〇一二三四五六七八九]{1,8})?半?'
export const DIGITS = '(?:\\d{1,3}(?:[,，]\\d{3}){1,5}|\\d{1,15})(?:\\.\\d{1,8})?'
export const DIGIT_NUMERAL = `${DIGITS}(?:\\s?(?:千万|百万|[千万亿])|[kK](?![A-Za-z]))?`
export const ENGLISH_NUMERAL = `\\b(?:a\\s+)?${englishWord}(?:(?:\\s+and\\s+a\\s+half|[\\s-]+(?:and\\s+)?${englishWord})){0,6}\\b`

/** @returns null when the text is no number. */
export function parseNumeral(text: string): number | null {
  const trimmed = text.trim().toLowerCase()
  if (/^\d/.test(trimmed)) return parseDigits(trimmed)
  return /^\p{Script=Han}/u.test(trimmed) || trimmed.startsWith('〇') ? parseChinese(trimmed) : parseEnglish(trimmed)
}

function parseDigits(text: string): number | null {
  const [, digits = '', suffix] = /^([\d,，.]+)\s?(\D*)$/.exec(text) ?? []
  const value = Number.parseFloat(digits.replace(/[,，]/g, ''))
  if (Number.isNaN(value)) return null
  return suffix ? round(value * (SUFFIXES[suffix] ?? 1)) : value
}

/** 两三天 is two days or three, and no number. */
const ABOUT = /^(?:一两|一二|两三|二三|三四|三五|四五|五六|六七|七八|八九)(?:[十百千万亿]|$)/

function parseChinese(text: string): number | null {
  if (ABOUT.test(text)) return null
  if (text === '半') return 0.5
  const half = text.length > 1 && text.endsWith('半') ? 0.5 : 0
  const [whole = '', fraction] = (half > 0 ? text.slice(0, -1) : text).split('点')
  const value = /[十百千万亿]/.test(whole) ? parseChineseUnits(whole) : parseChineseDigits(whole)
  const tail = fraction === undefined ? 0 : parseChineseDigits(fraction) / 10 ** fraction.length
  return Number.isNaN(value + tail) ? null : round(value + tail + half)
}

/** 二〇二六: digit by digit. */
const parseChineseDigits = (text: string) => Number([...text].map((digit) => CHINESE_DIGITS[digit] ?? 'x').join(''))

/** 三千五百, 两万三 (= 23,000: a last digit after a unit counts in the next smaller unit). */
function parseChineseUnits(text: string): number {
  let [total, section, digit, lastUnit, hasZero] = [0, 0, 0, 1, false]
  for (const character of text) {
    const unit = CHINESE_UNITS[character]
    const scale = CHINESE_SECTIONS[character]
    if (unit !== undefined) {
      section += (digit || (section === 0 || unit < 100 ? 1 : 0)) * unit
      ;[digit, lastUnit, hasZero] = [0, unit, false]
    } else if (scale !== undefined) {
      total = (total + section + digit) * scale
      ;[section, digit, lastUnit, hasZero] = [0, 0, scale, false]
    } else if (character === '零' || character === '〇') hasZero = true
    else digit = CHINESE_DIGITS[character] ?? Number.NaN
  }
  return total + section + digit * (hasZero || lastUnit <= 10 ? 1 : lastUnit / 10)
}

function parseEnglish(text: string): number | null {
  let [total, group, hasWord] = [0, 0, false]
  for (const word of text.replace(/and a half/g, 'half').split(/[\s-]+/)) {
    const value = ENGLISH_WORDS[word]
    const scale = ENGLISH_SCALES[word]
    if (word === 'and' || word === 'a') continue
    if (word === 'half') group += 0.5
    else if (word === 'dozen') group = (group || 1) * 12
    else if (value !== undefined) group += value
    else if (scale === 100) group = (group || 1) * 100
    else if (scale !== undefined) [total, group] = [total + (group || 1) * scale, 0]
    else return null
    hasWord = true
  }
  return hasWord ? total + group : null
}

const round = (value: number) => Number(value.toFixed(6))
