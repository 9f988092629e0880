import { z } from 'zod'
import { command, query } from '../endpoint'

const Endpoint = z.url().max(2_000).meta({ description: 'the address that the browser gave for its push service' })
/** Unpadded base64url, as browsers give it. */
const base64url = (length: number) =>
  z
    .string()
    .regex(/^[\w-]+$/)
    .length(length)

export const subscribeToPush = command('push.subscribe', {
  summary: 'Have this browser told of messages while no page is open; ends with the session',
  access: 'signed-in',
  body: z.object({
    endpoint: Endpoint,
    /** A P-256 point and 16 secret bytes (RFC 8291). */
    keys: z.object({ p256dh: base64url(87), auth: base64url(22) }),
    /** false: it is told that there is a message, and neither from whom nor what. */
    hasContent: z.boolean().default(true),
  }),
  answer: z.object({}),
  errors: ['push_unavailable', 'push_endpoint_refused'],
})

export const unsubscribeFromPush = command('push.unsubscribe', {
  summary: 'Tell this browser nothing more',
  access: 'signed-in',
  body: z.object({ endpoint: Endpoint }),
  answer: z.object({}),
  errors: [],
})

export const testPush = command('push.test', {
  summary: 'Send a notification to the browser of this session, to see whether it arrives',
  access: 'signed-in',
  body: z.object({}),
  answer: z.object({
    /** Push services that took it. */
    sent: z.int(),
  }),
  errors: ['push_unavailable'],
})

export const pushSettings = query('push.settings', {
  summary: 'Whether this server sends Web Push, and with which key',
  access: 'signed-in',
  input: z.object({}),
  answer: z.object({
    /** The VAPID key to subscribe with (RFC 8292); null: this server sends no Web Push. */
    publicKey: z.string().nullable(),
    /** Whether the administrator lets content leave the server, encrypted. */
    mayHaveContent: z.boolean(),
    /** Where this session's browser is told, and whether of content; null: it is told nothing. */
    subscription: z.object({ endpoint: z.string(), hasContent: z.boolean() }).nullable(),
  }),
  errors: [],
})
