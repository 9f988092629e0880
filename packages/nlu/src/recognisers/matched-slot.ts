import type { Slot, SlotValue } from '../understanding'

/** The slot of a pattern's match. */
export const matchedSlot = (match: RegExpExecArray, value: SlotValue): Slot => ({
  start: match.index,
  end: match.index + match[0].length,
  text: match[0],
  value,
  source: 'recogniser',
})
