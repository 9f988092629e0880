import type { Understanding } from '@parley/protocol'

export type Slot = Understanding['slots'][number]
export interface TextPart {
  readonly text: string
  readonly slot: Slot | null
}

/** A text cut into the parts between its slots; of two that overlap the first one counts. */
export function markSlots(text: string, slots: readonly Slot[]): readonly TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const slot of slots.toSorted((one, other) => one.start - other.start)) {
    if (slot.start < end || slot.end > text.length) continue
    if (slot.start > end) parts.push({ text: text.slice(end, slot.start), slot: null })
    parts.push({ text: text.slice(slot.start, slot.end), slot })
    end = slot.end
  }
  if (end < text.length) parts.push({ text: text.slice(end), slot: null })
  return parts
}
