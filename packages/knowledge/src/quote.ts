import type { AnswerCandidate } from './answer-candidates'
import type { QuestionType } from './question-analysis'

const MAX_QUOTE_CHARACTERS = 1_200

/**
 * The stretch of the document to quote: the unit itself; a sentence that introduces a list with its list; and for "how
 * do I …" the whole list that a step belongs to. Always one stretch, within the passage.
 */
export function quoteOf(
  { hit, unit, introducesList }: AnswerCandidate,
  type: QuestionType,
): { start: number; end: number } {
  const { units } = hit
  const isStep = type === 'procedure' && unit.kind === 'list-item'
  if (!introducesList && !isStep) return { start: unit.start, end: unit.end }
  const at = units.indexOf(unit)
  const group = isStep ? unit.group : units[at + 1]?.group
  const list = units.filter((other) => other.kind === 'list-item' && other.group === group)
  const before = units[units.indexOf(list[0]!) - 1]
  const start =
    isStep && before && /[:：]$/.test(textOf(hit.passage, before)) ? before.start : Math.min(unit.start, list[0]!.start)
  const end = Math.max(unit.end, list.at(-1)!.end)
  return end - start <= MAX_QUOTE_CHARACTERS ? { start, end } : { start: unit.start, end: unit.end }
}

function textOf(
  passage: { readonly text: string; readonly start: number },
  unit: { start: number; end: number },
): string {
  return passage.text.slice(unit.start - passage.start, unit.end - passage.start)
}
