import type { AnswerCandidate } from './answer-candidates'
import type { AnswerUnit } from './answer-units'
import { labelledItem } from './list-item'
import { passageText, type Stretch } from './passage-text'
import type { AnswerType } from './query/structured-query'

/** Of a list; a single sentence is quoted whole however long it is. */
const MAX_LIST_CHARACTERS = 400

/**
 * The stretch of the document to quote: the unit itself; the table where any row would do; a sentence that introduces a list with its list; and for "how
 * do I …" the list that a step belongs to. A sentence of an item is quoted from the item's label on, and with all of the item where that says what a thing is.
 * Of a long list as many items around the one found as fit. Always one
 * stretch, within the passage.
 */
export function quoteOf(
  { hit, unit, introducesList, isAnyRow, introduces }: AnswerCandidate,
  type: AnswerType,
): Stretch {
  const { units } = hit
  if (isAnyRow)
    return fitting(
      units.filter(({ kind, group }) => kind === unit.kind && group === unit.group),
      unit,
    )
  const isStep = type === 'procedure' && unit.kind === 'list-item'
  if (!introducesList && !isStep) return withLabel(hit, unit, introduces)
  const at = units.indexOf(unit)
  const group = isStep ? unit.group : units[at + 1]?.group
  const list = units.filter((other) => other.kind === 'list-item' && other.group === group)
  const before = isStep ? units[units.indexOf(list[0]!) - 1] : undefined
  const introduction = before && /[:：]$/.test(passageText(hit.passage, before)) ? [before] : []
  return fitting([...introduction, ...(isStep ? [] : [unit]), ...list], unit)
}

function withLabel(hit: AnswerCandidate['hit'], unit: AnswerUnit, isWhole: boolean): Stretch {
  const item = labelledItem(hit, unit)
  const end = isWhole && item ? item.end : unit.end
  return item && end - item.start <= MAX_LIST_CHARACTERS
    ? { start: item.start, end }
    : { start: unit.start, end: unit.end }
}

/** From the unit outwards, what goes before it first: steps are read from the beginning. */
function fitting(units: readonly AnswerUnit[], unit: AnswerUnit): Stretch {
  let first = units.indexOf(unit)
  let last = first
  const length = (from: number, to: number) => units[to]!.end - units[from]!.start
  while (first > 0 && length(first - 1, last) <= MAX_LIST_CHARACTERS) first--
  while (last + 1 < units.length && length(first, last + 1) <= MAX_LIST_CHARACTERS) last++
  return { start: units[first]!.start, end: units[last]!.end }
}
