import type { Passage } from './answer-types'
import type { AnswerUnit } from './answer-units'
import { passageText, type Stretch } from './passage-text'

interface Listed {
  readonly passage: Pick<Passage, 'text' | 'start'>
  readonly units: readonly AnswerUnit[]
}

const LABEL = /^([^:：.。;；!?！？\n]{1,40})[:：]/

/**
 * The item of a list that a sentence belongs to, and what it is labelled with: "Skua 3" of "Skua 3: the logger. Its battery
 * lasts 18 months.", without which nobody knows whose battery that is. Null of other sentences, and of items without a label.
 */
export function labelledItem(
  { passage, units }: Listed,
  unit: AnswerUnit,
): (Stretch & { readonly label: string }) | null {
  if (unit.kind !== 'list-item') return null
  const isNext = (one: AnswerUnit | undefined, other: AnswerUnit | undefined) =>
    one?.kind === 'list-item' &&
    other?.group === one.group &&
    !passageText(passage, { start: one.end, end: other.start }).includes('\n')
  let first = units.indexOf(unit)
  let last = first
  while (isNext(units[first - 1], units[first])) first--
  while (isNext(units[last], units[last + 1])) last++
  const stretch = { start: units[first]!.start, end: units[last]!.end }
  const label = LABEL.exec(passageText(passage, stretch))?.[1]?.trim()
  return label ? { ...stretch, label } : null
}
