import type { Language } from '@parley/text'
import { bracketsOfNames } from './other-names'

/** A stretch of a sentence that states something by itself. UTF-16 offsets into the sentence. */
export interface Clause {
  readonly text: string
  readonly start: number
}

const BREAKS: Readonly<Record<Language, RegExp>> = {
  en: /[;:—–()!?]|\s-\s|,\s+(?=(?:but|and|so|while|because|yet|since|although|though|whereas|otherwise|please|then|he|she|it|they|we|i)\b)|\s(?=(?:because|but|while|although|whereas|since)\s)/gi,
  zh: /[，,；;：:。！!？?（）()]|——|(?=但是|因为|所以|不过|而且|另外|因此)/gu,
}

/** Names of fields keep their colon: "负责人：王伟". */
const IS_FIELD = /(?:人|日期|时间|商|owner|deadline|为|是)\s*$/iu

export function splitClauses(sentence: string, language: Language): Clause[] {
  const clauses: Clause[] = []
  const names = bracketsOfNames(sentence)
  let start = 0
  for (const { 0: mark, index } of sentence.matchAll(BREAKS[language])) {
    if (/[:：]/.test(mark) && IS_FIELD.test(sentence.slice(Math.max(0, index - 20), index))) continue
    if (names.some((bracket) => index >= bracket.start && index < bracket.end)) continue
    clauses.push({ text: sentence.slice(start, index), start })
    start = index + mark.length
  }
  clauses.push({ text: sentence.slice(start), start })
  return clauses.filter(({ text }) => text.trim() !== '')
}
