import type { FoundSpan } from '../spans/span-model'
import type { NameType, Slot } from '../understanding'

/** A name that is less sure is not told. */
const LEAST_CONFIDENCE = 0.5
const TYPES: Readonly<Record<string, NameType>> = {
  person: 'outsider',
  organisation: 'organisation',
  place: 'place',
  product: 'product',
}

/**
 * Joins the names that the tagger found to what recognisers and the directory found. These know their values and keep
 * their places; only a bare number gives way to a name that holds it, 15 to iPhone 15.
 */
export function withNames(slots: readonly Slot[], names: readonly FoundSpan[], text: string): Slot[] {
  const added = names.flatMap((name) => {
    const isFree = slots.every((slot) => !overlaps(slot, name) || isNumberWithin(slot, name))
    return isFree && name.confidence >= LEAST_CONFIDENCE ? toSlot(name, text) : []
  })
  const kept = slots.filter((slot) => !added.some((name) => overlaps(slot, name)))
  return [...kept, ...added].sort((left, right) => left.start - right.start)
}

type Place = Pick<Slot, 'start' | 'end'>

const overlaps = (left: Place, right: Place) => left.start < right.end && right.start < left.end

const isNumberWithin = (slot: Slot, name: Place) =>
  (slot.value.type === 'number' || slot.value.type === 'quantity') && slot.start >= name.start && slot.end <= name.end

function toSlot({ start, end, type, confidence }: FoundSpan, text: string): Slot[] {
  const name = text.slice(start, end)
  const known = TYPES[type]
  if (known === undefined) return []
  return [{ start, end, text: name, value: { type: known, name, confidence: rounded(confidence) }, source: 'model' }]
}

const rounded = (share: number) => Math.round(share * 1000) / 1000
