import { EphemeralFrame, Event, HeartbeatFrame } from '@parley/protocol'
import type { ReceivedEvent, UnknownEvent } from './apply-event'

/**
 * What a frame down is: an event, something true for the moment, the server's sign of life, what a newer server says
 * without a number, or something that cannot be read, with its number where it says one.
 */
export type Frame =
  | ReceivedEvent
  | { readonly type: 'ephemeral'; readonly frame: EphemeralFrame }
  | { readonly type: 'heartbeat'; readonly frame: HeartbeatFrame }
  | { readonly type: 'ignored' }
  | { readonly type: 'unreadable'; readonly event: UnknownEvent | null }

const knownTypes: ReadonlySet<string> = new Set(Event.options.map((option) => option.shape.type.value))

/** Reads a frame. A type of a newer server keeps its number; a known type that does not fit is unreadable. */
export function readFrame(data: unknown): Frame {
  const frame = parse(data)
  const heartbeat = HeartbeatFrame.safeParse(frame)
  if (heartbeat.success) return { type: 'heartbeat', frame: heartbeat.data }
  const ephemeral = EphemeralFrame.safeParse(frame)
  if (ephemeral.success) return { type: 'ephemeral', frame: ephemeral.data }
  const event = Event.safeParse(frame)
  if (event.success) return event.data
  const { type, streamId, seq } = frame ?? {}
  // Without a number nothing can be missed: it was true for the moment, or is for newer clients.
  if (typeof type === 'string' && !('seq' in (frame ?? {})) && !knownTypes.has(type)) return { type: 'ignored' }
  if (typeof type !== 'string' || typeof streamId !== 'string' || typeof seq !== 'number') return UNPLACED
  const placed: UnknownEvent = { type: 'unknown', streamId, seq }
  return knownTypes.has(type) ? { type: 'unreadable', event: placed } : placed
}

const UNPLACED: Frame = { type: 'unreadable', event: null }

function parse(data: unknown): Record<string, unknown> | null {
  try {
    const json: unknown = JSON.parse(String(data))
    return typeof json === 'object' && json !== null ? { ...json } : null
  } catch {
    return null
  }
}
