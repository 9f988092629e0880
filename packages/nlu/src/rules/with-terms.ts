import type { NameType, Slot, SlotValue, TextSpan } from '../understanding'

/** A term of a dictionary, found in a message. */
export interface FoundTerm extends TextSpan {
  readonly dictionaryId: string
  readonly entity: string
  readonly term: string
}

/** What names are that no directory and no dictionary need know. */
export const TAGGED_NAMES: ReadonlySet<string> = new Set<NameType>(['outsider', 'organisation', 'place', 'product'])

/**
 * Joins the terms of dictionaries to what recognisers found. Of terms that overlap the longest stays; what a recogniser or
 * the directory knows keeps its place, and only bare numbers and codes give way to a term that holds them.
 */
export function withTerms(slots: readonly Slot[], terms: readonly FoundTerm[], text: string): readonly Slot[] {
  if (terms.length === 0) return slots
  const longest = terms.toSorted((left, right) => lengthOf(right) - lengthOf(left) || left.start - right.start)
  const added: Slot[] = []
  for (const term of longest) {
    const isFree = slots.every((slot) => !overlaps(slot, term) || givesWay(slot, term))
    if (isFree && !added.some((slot) => overlaps(slot, term))) added.push(asSlot(term, text))
  }
  const kept = slots.filter((slot) => !added.some((term) => overlaps(slot, term)))
  return [...kept, ...added].sort((left, right) => left.start - right.start)
}

function asSlot({ start, end, entity, term }: FoundTerm, text: string): Slot {
  const value: SlotValue = TAGGED_NAMES.has(entity)
    ? { type: entity as NameType, name: term, confidence: 1 }
    : { type: 'term', entity, term }
  return { start, end, text: text.slice(start, end), value, source: 'dictionary' }
}

const lengthOf = ({ start, end }: TextSpan) => end - start
const overlaps = (left: TextSpan, right: TextSpan) => left.start < right.end && right.start < left.end
/** BX-7 may be the number of something, and a part that a dictionary names. */
const GIVES_WAY: ReadonlySet<SlotValue['type']> = new Set(['number', 'quantity', 'identifier', 'version'])
const givesWay = (slot: Slot, term: TextSpan) =>
  GIVES_WAY.has(slot.value.type) && slot.start >= term.start && slot.end <= term.end
