import { isUtf8 } from 'node:buffer'
import { SlackPayload } from './slack-payload'
import { SlackRefusal } from './slack-refusal'

const MAX_ATTACHMENTS = 100

/**
 * A body as Slack takes it: JSON, or a form with the JSON in `payload`. Many scripts post JSON with the content type of
 * a form, because that is what `curl -d` sends: what begins like an object is one.
 */
export function readSlackBody(body: Buffer): SlackPayload {
  if (!isUtf8(body)) throw new SlackRefusal('invalid_payload')
  const text = body.toString('utf8').trim()
  const json = text.startsWith('{') ? text : new URLSearchParams(text).get('payload')
  return checked(parse(json))
}

function parse(json: string | null): unknown {
  try {
    return JSON.parse(json ?? '')
  } catch (cause) {
    throw new SlackRefusal('invalid_payload', { cause })
  }
}

export function checked(json: unknown): SlackPayload {
  const read = SlackPayload.safeParse(json)
  if (!read.success) {
    throw new SlackRefusal(read.error.issues[0]?.path[0] === 'blocks' ? 'invalid_blocks' : 'invalid_payload')
  }
  if (read.data.attachments.length > MAX_ATTACHMENTS) throw new SlackRefusal('too_many_attachments')
  return read.data
}
