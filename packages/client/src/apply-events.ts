import type { Event } from '@parley/protocol'
import { applyEvent, type Gap, type ReceivedEvent } from './apply-event'
import type { ClientState } from './client-state'

export interface AppliedEvents {
  readonly state: ClientState
  /** Those that the state did not hold before. */
  readonly applied: readonly Event[]
  /** What stopped the batch: the event at which something is missing. */
  readonly gap: Gap | null
}

/** Applies events in order, up to the first gap. */
export function applyEvents(state: ClientState, events: readonly ReceivedEvent[]): AppliedEvents {
  const applied: Event[] = []
  let current = state
  for (const event of events) {
    const result = applyEvent(current, event)
    if (result.kind === 'gap') return { state: current, applied, gap: result }
    if (result.state !== current && event.type !== 'unknown') applied.push(event)
    current = result.state
  }
  return { state: current, applied, gap: null }
}
