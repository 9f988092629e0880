import type { AnswerUnit } from '../answer-units'
import { numbersIn } from '../number-values'
import { passageText } from '../passage-text'
import type { PassageHit } from '../search-types'
import { chooseRows } from './choose-rows'
import { probesIn } from './number-ranges'

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

export function judgeRanges(question: string, hits: readonly PassageHit[]): RangeVerdicts {
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
