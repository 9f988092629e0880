const ENGLISH_VALUES: ReadonlyMap<string, number> = new Map(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen`
    .split(/\s+/)
    .map((word, value) => [word, value]),
)
const ENGLISH_TENS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, (at + 2) * 10]),
)
const ENGLISH_SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
])
const CHINESE_DIGITS = '零一二三四五六七八九'
const CHINESE_SCALES: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1_000],
  ['万', 10_000],
  ['亿', 100_000_000],
])
const ENGLISH_WORD = [...ENGLISH_VALUES.keys(), ...ENGLISH_TENS.keys(), ...ENGLISH_SCALES.keys()].join('|')
const NUMBER = new RegExp(
  `(?<![a-z\\d])\\d[\\d,]*(?:\\.\\d+)?(?: ?(?:${[...ENGLISH_SCALES.keys()].join('|')})\\b| ?[百千万亿]+)?|\\b(?:${ENGLISH_WORD})(?:(?:[ -]| and )(?:${ENGLISH_WORD}))*\\b|[${CHINESE_DIGITS}〇两十百千万亿]+`,
  'g',
)

/**
 * The numbers of a text by value, however they are written: `3`, `three` and `三` are one. A lone `one` or `一` is an
 * article more often than a number and is left out.
 */
export function numberValues(text: string): Set<number> {
  const found = numbersIn(text.normalize('NFKC').toLowerCase())
  return new Set(found.filter(({ written }) => !/^(?:one|一)$/.test(written)).map(({ value }) => value))
}

export interface WrittenNumber {
  readonly written: string
  readonly value: number
  readonly start: number
  readonly end: number
}

/** The numbers of a text in lower case and normal form, with their places. */
export function numbersIn(plain: string): WrittenNumber[] {
  return [...plain.matchAll(NUMBER)].flatMap(({ 0: written, index }) => {
    const value = parseNumber(written)
    const isNumber = Number.isFinite(value) && !/^[百千万亿]$/.test(written)
    return isNumber ? { written, value, start: index, end: index + written.length } : []
  })
}

function parseNumber(written: string): number {
  const [, digits, scale = ''] = /^(\d[\d,]*(?:\.\d+)?) ?(.*)$/.exec(written) ?? []
  if (digits !== undefined) return Number(digits.replaceAll(',', '')) * scaleOf(scale)
  return /^[a-z]/.test(written) ? englishValue(written) : chineseValue(written)
}

function scaleOf(written: string): number {
  return ENGLISH_SCALES.get(written) ?? [...written].reduce((scale, one) => scale * (CHINESE_SCALES.get(one) ?? 1), 1)
}

function englishValue(written: string): number {
  const words = written.split(/[ -]/).filter((word) => word !== 'and')
  return sumOfScales(words, (word) => ENGLISH_VALUES.get(word) ?? ENGLISH_TENS.get(word), ENGLISH_SCALES, 1_000)
}

function chineseValue(written: string): number {
  const digits = [...written.replaceAll('〇', '零').replaceAll('两', '二')]
  // A year is read digit by digit: 二〇二五.
  if (digits.length > 1 && !digits.some((digit) => CHINESE_SCALES.has(digit))) {
    return Number(digits.map((digit) => CHINESE_DIGITS.indexOf(digit)).join(''))
  }
  const valueOfDigit = (digit: string) => (CHINESE_SCALES.has(digit) ? undefined : CHINESE_DIGITS.indexOf(digit))
  return sumOfScales(digits, valueOfDigit, CHINESE_SCALES, 10_000)
}

/** Small scales multiply what stands right before them, great ones all since the last great one. */
function sumOfScales(
  words: readonly string[],
  valueOfWord: (word: string) => number | undefined,
  scales: ReadonlyMap<string, number>,
  great: number,
): number {
  let total = 0
  let section = 0
  let last = 0
  for (const word of words) {
    const scale = scales.get(word)
    if (scale === undefined) {
      section += last
      last = valueOfWord(word) ?? 0
    } else if (scale >= great) {
      total = section + last === 0 ? (total || 1) * scale : total + (section + last) * scale
      section = last = 0
    } else {
      section += (section + last === 0 || last === 0 ? 1 : last) * scale
      last = 0
    }
  }
  return total + section + last
}
