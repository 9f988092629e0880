import { type ThreadView, unreadReplies } from '@parley/client'

/** Followed threads with replies that were not read. */
export const countUnreadThreads = (threads: Iterable<ThreadView>): number =>
  [...threads].filter((thread) => unreadReplies(thread) > 0).length
