import { type ErrorCode, ParleyError } from '@parley/protocol'

interface Refusal {
  readonly status: number
  readonly code: ErrorCode
}

/** What Slack's incoming webhooks say when they refuse, and the code of Parley's own that goes with it. */
export const slackRefusals = {
  invalid_payload: { status: 400, code: 'invalid_request' },
  invalid_blocks: { status: 400, code: 'invalid_request' },
  no_text: { status: 400, code: 'invalid_request' },
  msg_too_long: { status: 400, code: 'text_too_long' },
  too_many_attachments: { status: 400, code: 'invalid_request' },
  action_prohibited: { status: 403, code: 'not_a_member' },
  no_service: { status: 404, code: 'not_found' },
  channel_not_found: { status: 404, code: 'not_found' },
  thread_not_found: { status: 404, code: 'not_found' },
  channel_is_archived: { status: 410, code: 'channel_archived' },
  rate_limited: { status: 429, code: 'rate_limited' },
} as const satisfies Readonly<Record<string, Refusal>>

export type SlackWord = keyof typeof slackRefusals

/** A refusal in Slack's words: what such senders know how to read. */
export class SlackRefusal extends Error {
  override readonly name = 'SlackRefusal'
  readonly status: number
  readonly code: ErrorCode

  constructor(
    readonly word: SlackWord,
    options?: ErrorOptions,
  ) {
    super(word, options)
    this.status = slackRefusals[word].status
    this.code = slackRefusals[word].code
  }
}

const words: Partial<Readonly<Record<ErrorCode, SlackWord>>> = {
  not_a_member: 'action_prohibited',
  channel_archived: 'channel_is_archived',
  rate_limited: 'rate_limited',
  text_too_long: 'msg_too_long',
  text_not_storable: 'invalid_payload',
  invalid_encoding: 'invalid_payload',
  payload_too_large: 'msg_too_long',
}

/** Slack's word for an error of Parley; null where it has none. */
export function asSlackRefusal(error: unknown): SlackRefusal | null {
  if (error instanceof SlackRefusal) return error
  const word = error instanceof ParleyError ? words[error.code] : undefined
  return word ? new SlackRefusal(word, { cause: error }) : null
}
