import { type ErrorParameters, type Message, ParleyError } from '@parley/protocol'
import { ConnectionError } from './connection-error'
import type { SendRefusal } from './outgoing-message'

export type SendOutcome =
  | { readonly kind: 'sent'; readonly seq: number }
  | { readonly kind: 'refused'; readonly refusal: SendRefusal }
  | { readonly kind: 'retry'; readonly notBeforeMs: number }
  | { readonly kind: 'signed-out' }

/** One attempt. Whatever cannot have been refused for good is to be tried again under the same clientMessageId. */
export async function trySend(deliver: () => Promise<Pick<Message, 'seq'> | null>): Promise<SendOutcome> {
  try {
    return { kind: 'sent', seq: (await deliver())?.seq ?? 0 }
  } catch (error) {
    if (error instanceof ConnectionError) return { kind: 'retry', notBeforeMs: 0 }
    if (error instanceof ParleyError) return outcomeOf(error)
    return { kind: 'refused', refusal: { code: 'internal', parameters: {}, message: String(error) } }
  }
}

function outcomeOf(error: ParleyError): SendOutcome {
  const { code, parameters, message, status } = error
  if (status === 401) return { kind: 'signed-out' }
  if (status === 429 || status >= 500) return { kind: 'retry', notBeforeMs: waitMs(parameters) }
  return { kind: 'refused', refusal: { code, parameters, message } }
}

export const waitMs = ({ retryAfterMs }: ErrorParameters) => (typeof retryAfterMs === 'number' ? retryAfterMs : 0)
