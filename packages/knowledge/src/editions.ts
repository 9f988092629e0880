import { foldTraditional } from '@parley/text'
import type { FoundPassage } from './search-types'

/** What a document is called apart from its edition, and which edition that is. */
interface Edition {
  readonly name: string
  readonly number: number
}

const NUMBER = '(\\d{1,4}(?:\\.\\d{1,3})?)'
/** 第 3 版, 2026 年版, "3rd edition", "v2.1", "rev. 4". */
const WRITTEN = new RegExp(
  `第 ?${NUMBER} ?[版次]|${NUMBER} ?年?(?:修订)?版|版本 ?${NUMBER}|\\b${NUMBER}(?:st|nd|rd|th)? (?:edition|version|revision)\\b|\\b(?:edition|version|revision|rev\\.?|v\\.?) ?${NUMBER}`,
  'iu',
)
/** A year alone tells editions of what holds until the next one, not reports of one year after the other. */
const RULES = /手册|制度|规定|办法|规范|细则|指南|章程|\b(?:handbook|manual|policy|rules|guide|regulations)\b/i
const YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d)(?!-\d)/
/** What is said of an edition that holds no longer, or of the one that does. */
const STATE =
  /[（(【[]?(?:已?(?:废止|作废|失效)|旧版|现行|新版|试行|修订版?|superseded|obsolete|outdated|withdrawn|archived|current|draft)[）)】\]]?/giu

/** Of what a document is called; null where no edition is named. */
export function editionOf(called: string): Edition | null {
  const text = foldTraditional(called)
  const written = WRITTEN.exec(text) ?? (RULES.test(text) ? YEAR.exec(text) : null)
  const number = written?.slice(1).find((group) => group !== undefined)
  if (!written || number === undefined) return null
  const name = text
    .replace(written[0], ' ')
    .replace(STATE, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
  return name.trim() === '' ? null : { name: name.trim().toLowerCase(), number: Number(number) }
}

const editionsOf = ({ title, passage }: FoundPassage): Edition[] =>
  [title, passage.headingPath[0] ?? ''].flatMap((called) => editionOf(called) ?? [])

/**
 * What was found, without earlier editions of what was found in a later one: they say the same of the same in other
 * numbers. A question that names an edition by its number is asked of all of them.
 */
export function withoutEarlierEditions(found: readonly FoundPassage[], question: string): readonly FoundPassage[] {
  const newest = new Map<string, number>()
  const editions = found.map(editionsOf)
  for (const { name, number } of editions.flat()) newest.set(name, Math.max(number, newest.get(name) ?? number))
  const asked = new Set(question.match(/\d+(?:\.\d+)?/g)?.map(Number))
  const isNamed = editions.flat().some(({ number }) => asked.has(number))
  if (isNamed || ASKS_BACK.test(question)) return found
  return found.filter((_, at) => editions[at]!.every(({ name, number }) => number === newest.get(name)))
}

const ASKS_BACK =
  /旧版|老版|以前|之前的|原来|上一版|修订前|\b(?:old|older|former|previous|earlier|used to|before)\b (?:edition|version|handbook|rules?|policy|manual)|\bused to\b/i
