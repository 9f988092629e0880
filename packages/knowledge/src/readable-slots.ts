/** From `first` up to, and without, `end`. */
export interface SlotRange {
  readonly first: number
  readonly end: number
}

/** What the searcher may read, so that unreadable text shifts neither frequencies nor lengths. */
export interface ReadableSlots {
  /** 1 at the slots that may be read. */
  readonly flags: Uint8Array
  /** The same slots, in order; neighbours are one range. */
  readonly ranges: readonly SlotRange[]
  readonly count: number
  /** Mean number of terms of a readable slot. */
  readonly meanLength: number
}

/** A stretch of slots that may be read, with the number of terms in it. */
export interface ReadableStretch extends SlotRange {
  readonly termCount: number
}

/** @param stretches in order, without overlap */
export function readableSlots(slotCount: number, stretches: readonly ReadableStretch[]): ReadableSlots {
  const flags = new Uint8Array(slotCount)
  const ranges: { first: number; end: number }[] = []
  let count = 0
  let termCount = 0
  for (const { first, end, termCount: terms } of stretches) {
    flags.fill(1, first, end)
    const last = ranges.at(-1)
    if (last?.end === first) last.end = end
    else ranges.push({ first, end })
    count += end - first
    termCount += terms
  }
  return { flags, ranges, count, meanLength: termCount / (count || 1) || 1 }
}
