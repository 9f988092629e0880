import { createHash } from 'node:crypto'

/*
 * What people wrote enters and leaves the database here and nowhere else, so that encryption at rest, erasure and
 * retention have one place to stand in.
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
  readonly text: string
}): Buffer {
  return createHash('sha256')
    .update(`${payload.channelId}\n${payload.threadId ?? ''}\n`)
    .update(payload.text)
    .digest()
}
