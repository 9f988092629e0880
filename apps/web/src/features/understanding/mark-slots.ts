import type { Understanding } from '@parley/protocol'

export type Slot = Understanding['slots'][number]
export interface TextPart {
  readonly text: string
  readonly slot: Slot | null
}

/** Where a slot stands. Offsets may count from after an address such as "@assistant", which was cut off to be read. */
function placeOf(text: string, slot: Slot, from: number): number {
  const isThere = slot.start >= from && text.startsWith(slot.text, slot.start)
  return isThere ? slot.start : text.indexOf(slot.text, from)
}

/** A text cut into the parts between its slots; of two that overlap the first one counts. */
export function markSlots(text: string, slots: readonly Slot[]): readonly TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const slot of slots.toSorted((one, other) => one.start - other.start)) {
    const start = placeOf(text, slot, end)
    if (start === -1) continue
    if (start > end) parts.push({ text: text.slice(end, start), slot: null })
    end = start + slot.text.length
    parts.push({ text: slot.text, slot })
  }
  if (end < text.length) parts.push({ text: text.slice(end), slot: null })
  return parts
}
