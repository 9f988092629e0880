import type { Message } from '@parley/protocol'

/** The longest that sending can be undone, and the way of a slow connection. */
const SOON_MS = 60_000

/**
 * Whether a message was deleted so soon that nothing need tell of it. Not where somebody replied, and no reply: threads
 * count those.
 */
export function isTakenBack({ createdAt, deletedAt, threadId, replyCount }: Message): boolean {
  if (deletedAt === null || threadId !== null || replyCount > 0) return false
  return Date.parse(deletedAt) - Date.parse(createdAt) < SOON_MS
}
