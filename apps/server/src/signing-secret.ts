import { createHmac, randomBytes } from 'node:crypto'

const PREFIX = 'whsec_'

/** A secret in the form of Standard Webhooks: `whsec_` and 256 random bits in base64. */
export const createSigningSecret = (): string => PREFIX + randomBytes(32).toString('base64')

export interface Signed {
  readonly id: string
  /** Seconds since the epoch. */
  readonly timestamp: number
  readonly body: string
}

/**
 * Headers that prove who sent a request, in two forms: as Slack signs (`v0:timestamp:body`, hexadecimal), and as
 * Standard Webhooks 1.0 does (`id.timestamp.body`, base64). A receiver checks the one it knows.
 */
export function signatureHeaders(secret: string, { id, timestamp, body }: Signed): Readonly<Record<string, string>> {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
  return {
    'x-parley-request-timestamp': String(timestamp),
    'x-parley-signature': `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`,
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
  }
}
