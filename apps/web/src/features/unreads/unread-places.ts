import { type ChannelView, type ThreadView, unreadCount, unreadReplies } from '@parley/client'
import type { ChannelId, MessageId } from '@parley/protocol'
import { asksToBeRead } from '../shell/next-unread'

/** A channel, or a thread of one, with messages that were not read. */
export interface UnreadPlace {
  readonly channelId: ChannelId
  /** null for the channel itself. */
  readonly threadId: MessageId | null
  /** Of the last message that was read, and of the newest. */
  readonly readNumber: number
  readonly newest: number
  readonly unread: number
}

export const placeKey = ({ channelId, threadId }: UnreadPlace): string => threadId ?? channelId

/** Channels in the order given, then threads, the newest reply first. */
export function unreadPlaces(views: readonly ChannelView[], threads: Iterable<ThreadView>): readonly UnreadPlace[] {
  const unreadThreads = [...threads]
    .filter((thread) => unreadReplies(thread) > 0)
    .sort((one, other) => (other.lastReplyAt ?? '').localeCompare(one.lastReplyAt ?? ''))
  return [...views.filter(asksToBeRead).map(channelPlace), ...unreadThreads.map(threadPlace)]
}

const channelPlace = (view: ChannelView): UnreadPlace => ({
  channelId: view.channel.id,
  threadId: null,
  readNumber: view.readNumber,
  newest: view.lastMessageNumber,
  unread: unreadCount(view),
})

const threadPlace = (thread: ThreadView): UnreadPlace => ({
  channelId: thread.channelId,
  threadId: thread.threadId,
  readNumber: thread.readNumber,
  newest: thread.replyCount,
  unread: unreadReplies(thread),
})
