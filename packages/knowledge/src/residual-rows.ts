import { foldTraditional, segmentWords } from '@parley/text'
import type { AnswerUnit } from './answer-units'

/** The row that holds for whatever the others do not name: 其他城市, "Hotel elsewhere in China", "all others". */
const RESIDUAL =
  /其他|其它|其余|别的|另外的?城市|\b(?:other|others|elsewhere|anywhere else|everywhere else|the rest|remaining)\b/i

/** Where somebody goes or stays: 去成都, 在苏州; "in Chengdu" is told by its capital. */
const PLACE_BEFORE = /[去到在往赴飞]$/
const ENGLISH_PLACE = /\b(?:in|to|at|for) (\p{Lu}[\p{L}'’-]+)/gu

/** Places that a question names. */
export function placesAskedOf(question: string): string[] {
  const folded = foldTraditional(question)
  const chinese = segmentWords(folded).filter(
    ({ text, start }) => /^\p{Script=Han}{2,4}$/u.test(text) && PLACE_BEFORE.test(folded.slice(0, start)),
  )
  return [...chinese.map(({ text }) => text), ...[...folded.matchAll(ENGLISH_PLACE)].map(([, name]) => name!)]
}

/** A row that speaks for places which no row of its table names. */
export interface ResidualRow {
  readonly unit: AnswerUnit
  readonly places: string
  /** Whether no other row of the table does. */
  readonly isOnly: boolean
}

interface Row {
  readonly unit: AnswerUnit
  readonly text: string
}

/** The rows that hold for all other places than the tables name, where such a place is asked about. */
export function residualRows(places: readonly string[], units: readonly Row[]): readonly ResidualRow[] {
  if (places.length === 0) return []
  const rows = units.filter(({ unit }) => unit.kind === 'table-row')
  return rows.flatMap(({ unit, text }) => {
    if (!RESIDUAL.test(text)) return []
    const table = rows.filter((row) => row.unit.group === unit.group)
    const left = places.filter((place) => !table.some((row) => names(row.text, place)))
    const isOnly = table.filter((row) => RESIDUAL.test(row.text)).length === 1
    return left.length > 0 ? { unit, places: left.join('\n'), isOnly } : []
  })
}

const names = (text: string, place: string) => foldTraditional(text).toLowerCase().includes(place.toLowerCase())
