import type { Slot, SlotValue } from '@parley/nlu'
import type { FlowSlot } from './flow'
import type { FlowSlots } from './turn'

/** What a reader looks at. */
export interface Reading {
  readonly text: string
  readonly slots: readonly Slot[]
  readonly now: string
  readonly speakerId: string
  /** What the flow knows already, this message included. */
  readonly known: FlowSlots
  /** The message answers the prompt for this very slot, so bare words count. */
  readonly isAnswer: boolean
  /** Sorts of value that other slots of the flow take: free words leave them out. */
  readonly claimed: readonly SlotValue['type'][]
}

export type SlotReader = (reading: Reading, slot: FlowSlot) => string | number | null
