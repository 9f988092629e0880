import type { Message, ThreadState } from '@parley/protocol'

/** A thread that somebody has to do with, and what brings the two streams that change it into one order. */
export interface ThreadView extends ThreadState {
  /** Number of the newest reply that made them follow it: their own, or one that names them. */
  readonly calledAt: number
  /** Number of their own newest reply: they have read so far. */
  readonly repliedAt: number
}

export const threadView = (thread: ThreadState): ThreadView => ({ ...thread, calledAt: 0, repliedAt: 0 })

/** Replies that somebody follows and has not read. */
export const unreadReplies = ({ isFollowing, replyCount, readNumber }: ThreadState): number =>
  isFollowing ? Math.max(0, replyCount - readNumber) : 0

/**
 * A reply has arrived. Whoever writes or is named in a thread follows it, and so does who began it, until they say
 * otherwise. Undefined: they have nothing to do with the thread.
 */
export function threadAfterReply(held: ThreadView | undefined, reply: Message, myId: string): ThreadView | undefined {
  const number = reply.replyNumber ?? 0
  const isOwn = reply.authorId === myId
  const isCalled = isOwn || reply.mentions.some((id) => id === myId)
  if (held && number <= held.replyCount) return held
  if (!held && !isCalled && reply.threadAuthorId !== myId) return undefined
  const before = held ?? { isFollowing: true, readNumber: number - 1, calledAt: 0, repliedAt: 0 }
  return {
    threadId: reply.threadId as NonNullable<Message['threadId']>,
    channelId: reply.channelId,
    isFollowing: before.isFollowing || isCalled,
    readNumber: isOwn ? Math.max(before.readNumber, number) : before.readNumber,
    replyCount: number,
    lastReplyAt: reply.createdAt,
    calledAt: isCalled ? number : before.calledAt,
    repliedAt: isOwn ? number : before.repliedAt,
  }
}

/**
 * The thread as the server told it, true for its `replyCount`; replies after that count on top. What was known before
 * may be a guess: a reply that arrived ahead of it says nothing of earlier positions.
 */
export function threadAfterSaved(held: ThreadView | undefined, saved: ThreadState): ThreadView {
  if (!held) return threadView(saved)
  const isNewest = saved.replyCount >= held.replyCount
  return {
    ...saved,
    isFollowing: saved.isFollowing || held.calledAt > saved.replyCount,
    readNumber: held.repliedAt > saved.replyCount ? held.repliedAt : saved.readNumber,
    replyCount: isNewest ? saved.replyCount : held.replyCount,
    lastReplyAt: isNewest ? saved.lastReplyAt : held.lastReplyAt,
    calledAt: held.calledAt,
    repliedAt: held.repliedAt,
  }
}
