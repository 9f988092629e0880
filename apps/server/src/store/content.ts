import { hash } from 'node:crypto'

/*
 * The texts of messages enter and leave the database here, so that encryption at rest has one place to stand in for
 * them. Documents, tasks, understandings and the assistant's conversations do not come by here yet.
 */

/** A message's text as its row holds it. */
export function storeText(text: string): string {
  return text
}

/** The text of a stored message; a deleted one has none. */
export function readText(row: { readonly text: string; readonly deleted_at: Date | null }): string {
  return row.deleted_at ? '' : row.text
}

/** What a sender said, as a hash: equal for a retry, different for another message under the same client id. */
export function hashPayload(payload: {
  readonly channelId: string
  readonly threadId: string | null
  readonly isAlsoInChannel?: boolean
  readonly text: string
  readonly fileIds?: readonly string[]
  readonly poll?: object | undefined
}): Buffer {
  // A text has no U+0000: what follows one cannot be mistaken for it.
  const files = (payload.fileIds ?? []).map((id) => `\u0000${id}`).join('')
  const poll = payload.poll ? `\u0000${JSON.stringify(payload.poll)}` : ''
  const place = `${payload.channelId}\n${payload.threadId ?? ''}\n${payload.isAlsoInChannel ? 'also in channel\n' : ''}`
  return hash('sha256', place + payload.text + files + poll, 'buffer')
}
