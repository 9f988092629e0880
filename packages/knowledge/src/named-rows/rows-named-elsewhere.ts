import { searchTerms } from '@parley/text'
import type { Passage } from '../answer-types'
import type { AnswerUnit } from '../answer-units'
import { passageText } from '../passage-text'
import { rowCells } from '../row-cells'
import type { PassageHit } from '../search-types'

/** What is looked at of a hit. */
interface Rows extends Pick<PassageHit, 'units'> {
  readonly passage: Pick<Passage, 'text' | 'start'>
}

interface Row {
  readonly unit: AnswerUnit
  /** The name of its first column. */
  readonly column: string
  /** What its first cell names: `北京、上海` names two. */
  readonly names: readonly string[]
}

/**
 * Rows that are about something else: another row under the same column is what the question names (`成都`, `Berlin`),
 * and they are not. However like the question they sound, they are no answer.
 */
export function rowsNamedElsewhere(question: string, hits: readonly Rows[]): ReadonlySet<AnswerUnit> {
  const asked = question.normalize('NFKC').toLowerCase()
  const rows = hits.flatMap(rowsOf)
  const named = rows.filter(({ names }) => names.some((name) => isNamedIn(asked, name)))
  const columns = new Set(named.map(({ column }) => column))
  const others = rows.filter((row) => columns.has(row.column) && !named.includes(row))
  return new Set(others.map(({ unit }) => unit))
}

function rowsOf({ passage, units }: Rows): Row[] {
  return units.flatMap((unit) => {
    if (unit.kind !== 'table-row') return []
    const [key] = rowCells(passageText(passage, unit).normalize('NFKC').toLowerCase())
    return key?.name ? [{ unit, column: key.name, names: namesIn(key.text) }] : []
  })
}

/** Numbers are compared, not looked up by name. */
const namesIn = (cell: string): string[] =>
  cell
    .split(/[、,，/&和与]|\band\b/)
    .map((name) => name.trim())
    .filter((name) => name.length > 1 && !/\d/.test(name) && searchTerms(name).length > 0)

/** Chinese names stand within other text, others as words of their own. */
function isNamedIn(asked: string, name: string): boolean {
  if (/\p{Script=Han}/u.test(name)) return asked.includes(name)
  const at = asked.indexOf(name)
  const isLetter = (character: string | undefined) => character !== undefined && /[a-z]/.test(character)
  return at !== -1 && !isLetter(asked[at - 1]) && !isLetter(asked[at + name.length])
}
