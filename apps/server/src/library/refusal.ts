import { EncoderUnavailableError } from '@parley/inference'
import { ParleyError } from '@parley/protocol'
import { asDatabaseError } from '../store/database-errors'
import type { Refusal } from './library-wire'

/** An error as it crosses from one thread to another. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof EncoderUnavailableError) return { kind: 'encoder-unavailable', reason: error.message }
  const known = error instanceof ParleyError ? error : asDatabaseError(error)
  if (known) return { kind: 'parley', code: known.code, parameters: known.parameters }
  return { kind: 'fault', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

/** The same error on the other side. */
export function asError(refusal: Refusal): Error {
  if (refusal.kind === 'parley') return new ParleyError(refusal.code, refusal.parameters)
  return refusal.kind === 'encoder-unavailable'
    ? new EncoderUnavailableError(refusal.reason)
    : new Error(`the library's thread failed: ${refusal.reason}`)
}
