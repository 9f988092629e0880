import type { Understanding } from '@parley/protocol'

export type Slot = Understanding['slots'][number]
export interface TextPart {
  readonly text: string
  readonly slot: Slot | null
}

/** A text cut into the parts between its slots; of two that overlap the first one counts. */
export function markSlots(text: string, slots: readonly Slot[]): readonly TextPart[] {
  const parts: TextPart[] = []
  let at = 0
  for (const slot of slots.toSorted((one, other) => one.start - other.start)) {
    // A message edited meanwhile no longer says what was found in it.
    if (slot.start < at || !text.startsWith(slot.text, slot.start)) continue
    if (slot.start > at) parts.push({ text: text.slice(at, slot.start), slot: null })
    at = slot.start + slot.text.length
    parts.push({ text: slot.text, slot })
  }
  if (at < text.length) parts.push({ text: text.slice(at), slot: null })
  return parts
}
