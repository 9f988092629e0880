import { searchTerms } from '@parley/text'
import { type Cell, rowCells } from '../row-cells'
import { isWithin, type NumberRange, type Probe, probesIn, rangeIn } from './number-ranges'
import { unitOf } from './units'

export interface ChosenRows {
  /** Places of the rows whose range holds what is asked about. */
  readonly rows: readonly number[]
  /** The numbers that a range holds: nobody need look for them as they are written. */
  readonly values: ReadonlySet<number>
}

/**
 * Of the rows of a table, or the items of a list, those whose range of numbers holds the number that the question
 * speaks of. Undefined where no range is about it.
 */
export function chooseRows(question: string, rows: readonly string[]): ChosenRows | undefined {
  const probes = probesIn(question)
  if (probes.length === 0) return undefined
  const terms = new Set(searchTerms(question))
  const cells = rows.map(rowCells)
  const chosen = probes.flatMap((probe) => {
    const held = rowsHolding(probe, cells, terms)
    return held.length > 0 ? [{ held, value: probe.value }] : []
  })
  if (chosen.length === 0) return undefined
  const isHeldByAll = (row: number) => chosen.every(({ held }) => held.includes(row))
  const held = rows.map((_, row) => row).filter(isHeldByAll)
  return held.length > 0 ? { rows: held, values: new Set(chosen.map(({ value }) => value)) } : undefined
}

function rowsHolding(probe: Probe, rows: readonly (readonly Cell[])[], terms: ReadonlySet<string>): number[] {
  const column = columnFor(probe, rows, terms)
  if (column === undefined) return []
  return rows.flatMap((cells, row) => {
    const range = cells[column] && rangeFor(probe, cells[column], terms)
    return range && isWithin(range, probe) ? row : []
  })
}

/** The column whose name the question speaks of, else the first with ranges of that unit. */
function columnFor(probe: Probe, rows: readonly (readonly Cell[])[], terms: ReadonlySet<string>): number | undefined {
  const width = Math.max(...rows.map((cells) => cells.length))
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) =>
    rows.some((cells) => cells[column] && rangeFor(probe, cells[column], terms)),
  )
  const isNamed = (column: number) => rows.some((cells) => cells[column] && isSpokenOf(cells[column].name, terms))
  return columns.find(isNamed) ?? columns[0]
}

/** The range of a cell, if its unit is the one asked about: years are not compared with days, nor euros with dollars. */
function rangeFor({ unit }: Probe, { name, text }: Cell, terms: ReadonlySet<string>): NumberRange | undefined {
  const range = scaled(rangeIn(text), name)
  if (!range) return undefined
  const own = range.unit ?? unitOf(name)
  if (own === undefined) return unit === undefined || isSpokenOf(name || leadOf(text), terms) ? range : undefined
  return unit === undefined || unit === own ? range : undefined
}

/** What an item says before its number: `age under 18`. */
const leadOf = (text: string): string => /^\D*/.exec(text)?.[0] ?? ''

const SCALES: ReadonlyMap<string, number> = new Map([
  ...([
    ['千', 1e3],
    ['万', 1e4],
    ['百万', 1e6],
    ['亿', 1e8],
    ['thousand', 1e3],
    ['million', 1e6],
  ] as const),
])

/** In a column named `销售额（万元）` 50 is half a million. */
function scaled(range: NumberRange | undefined, name: string): NumberRange | undefined {
  const scale = SCALES.get(/[(（].*?(百万|[千万亿]|thousand|million)/i.exec(name)?.[1]?.toLowerCase() ?? '') ?? 1
  return range && { ...range, min: range.min * scale, max: range.max * scale }
}

const isSpokenOf = (name: string, terms: ReadonlySet<string>): boolean =>
  searchTerms(name).some((term) => term.length > 1 && terms.has(term))
