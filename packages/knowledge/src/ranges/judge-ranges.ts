import type { AnswerUnit } from '../answer-units'
import { numbersIn } from '../number-values'
import { passageText } from '../passage-text'
import type { PassageHit } from '../search-types'
import { chooseRows } from './choose-rows'
import { probesIn } from './number-ranges'
import { UNIT } from './units'

/** What the numbers of a question say about the rows and items that were found. */
export interface RangeVerdicts {
  /** Their range holds the number. */
  readonly held: ReadonlySet<AnswerUnit>
  /** Another row of the same table holds it, so that these are wrong however like the question they sound. */
  readonly ruledOut: ReadonlySet<AnswerUnit>
  /** The numbers as the question writes them. A row that holds one speaks of it, though it does not write it. */
  readonly spoken: string
}

interface Row {
  readonly unit: AnswerUnit
  readonly text: string
}

export function judgeRanges(given: string, hits: readonly PassageHit[]): RangeVerdicts {
  const question = withoutNames(given, hits)
  const held = new Set<AnswerUnit>()
  const ruledOut = new Set<AnswerUnit>()
  const values = new Set<number>()
  for (const rows of tablesOf(hits)) {
    const chosen = chooseRows(
      question,
      rows.map(({ text }) => text),
    )
    rows.forEach(({ unit }, at) => {
      if (chosen) (chosen.rows.includes(at) ? held : ruledOut).add(unit)
    })
    for (const value of chosen?.values ?? []) values.add(value)
  }
  const numbers = numbersIn(question.normalize('NFKC').toLowerCase()).filter(({ value }) => values.has(value))
  return { held, ruledOut, spoken: numbers.map(({ written }) => written).join(' ') }
}

/** A name that ends in a number and is followed by no unit: "Skua 3", 海燕 5. */
const NUMBERED_NAME = new RegExp(`(?:\\p{Lu}[\\p{L}]*|\\p{Script=Han}{2,})[ -]\\d+(?![\\d.,%]|\\s?(?:${UNIT}))`, 'gu')

/** The 3 of "Skua 3" is no number of months: what is written so where it was found is a name. */
function withoutNames(question: string, hits: readonly PassageHit[]): string {
  const isWritten = (name: string) => hits.some(({ passage }) => passage.text.includes(name))
  return question.replace(NUMBERED_NAME, (name) => (isWritten(name) ? ' ' : name))
}

/** Rows and items by their table or list, also where it reaches over several passages. */
function tablesOf(hits: readonly PassageHit[]): Row[][] {
  const tables = new Map<string, Row[]>()
  for (const { passage, units } of hits) {
    for (const unit of units) {
      if (unit.kind !== 'table-row' && unit.kind !== 'list-item') continue
      const key = `${passage.documentId} ${unit.group}`
      const text = passageText(passage, unit)
      tables.set(key, [...(tables.get(key) ?? []), { unit, text }])
    }
  }
  return [...tables.values()].filter((rows) => rows.length > 1)
}

/** Whether a text writes a number of the question, of the same unit: 三月 says nothing about three years. */
export function speaksOf(question: string, text: string): boolean {
  const asked = probesIn(question)
  return probesIn(text).some(({ value, unit }) =>
    asked.some((one) => one.value === value && (one.unit === undefined || one.unit === unit)),
  )
}
