import type { Slot } from '@parley/nlu'
import { joinCounts } from './count-range'
import type { Scene } from './draft'
import type { Flow, FlowSlot } from './flow'
import type { Reading } from './reading'
import { claimedTypes, SLOT_READERS } from './slot-readers'
import type { FlowSlots } from './turn'

/** A message as slots are read from it. */
export interface Heard {
  readonly text: string
  readonly slots: readonly Slot[]
  readonly now: string
  readonly speakerId: string
}

export const heardIn = ({ text, turn }: Scene): Heard => ({
  text,
  slots: joinCounts(turn.understanding.slots, text),
  now: turn.situation.now,
  speakerId: turn.situation.speakerId,
})

/** One slot's value, if the message holds it. */
export function readSlot(flow: Flow, slot: FlowSlot, heard: Heard, known: FlowSlots, isAnswer = false) {
  const reading: Reading = {
    ...heard,
    known,
    isAnswer,
    claimed: claimedTypes(flow.slots.filter((other) => other !== slot)),
  }
  return SLOT_READERS[slot.reader](reading, slot)
}

/** The message cut to a span, its slots with it. */
export function partOf(heard: Heard, start: number, end: number): Heard {
  const slots = heard.slots
    .filter((slot) => slot.start >= start && slot.end <= end)
    .map((slot) => ({ ...slot, start: slot.start - start, end: slot.end - start }))
  return { ...heard, text: heard.text.slice(start, end), slots }
}
