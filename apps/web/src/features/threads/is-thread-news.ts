import type { ThreadView } from '@parley/client'
import type { Event, MessageId, QueryAnswer } from '@parley/protocol'

export type ListedThread = QueryAnswer<'threads.list'>['threads'][number]

/** Whether an event changes what a page of the list of threads shows. */
export function isThreadNews(
  event: Event,
  listed: readonly ListedThread[],
  followed: ReadonlyMap<MessageId, ThreadView>,
): boolean {
  const isListed = (threadId: MessageId) => listed.some(({ root }) => root.id === threadId)
  switch (event.type) {
    case 'message-created':
      return event.message.threadId !== null && followed.get(event.message.threadId)?.isFollowing === true
    case 'thread-saved':
      return event.thread.isFollowing !== isListed(event.thread.threadId)
    case 'message-edited':
    case 'message-deleted':
    case 'message-reacted':
    case 'message-pinned':
    case 'poll-voted':
    case 'poll-counted':
    case 'poll-closed':
      return listed.some(({ root, lastReplies }) => [root, ...lastReplies].some(({ id }) => id === event.messageId))
    case 'channel-joined':
    case 'channel-left':
      return true
    default:
      return false
  }
}
