import { z } from 'zod'
import { command, query } from '../endpoint'
import { Instant, Message, Task, ThreadState } from '../entities'
import { MessageId } from '../ids'

export const followThread = command('threads.follow', {
  summary: 'Be told of replies to a thread, or no longer',
  access: 'signed-in',
  body: z.object({ threadId: MessageId, isFollowing: z.boolean() }),
  answer: z.object({ thread: ThreadState }),
  errors: ['not_found', 'not_a_member'],
})

export const markThreadRead = command('threads.markRead', {
  summary: 'Move your read position in a thread forward to a reply',
  access: 'signed-in',
  body: z.object({ threadId: MessageId, replyNumber: z.int().min(0) }),
  answer: z.object({ thread: ThreadState }),
  errors: ['not_found', 'not_a_member'],
})

export const markThreadUnread = command('threads.markUnread', {
  summary: 'Move your read position in a thread back, so that a reply and all after it are unread',
  access: 'signed-in',
  body: z.object({ threadId: MessageId, replyNumber: z.int().min(1) }),
  answer: z.object({ thread: ThreadState }),
  errors: ['not_found', 'not_a_member'],
})

export const getThread = query('threads.get', {
  summary: 'The message that a thread hangs on, and where you stand in the thread',
  access: 'signed-in',
  input: z.object({ threadId: MessageId }),
  answer: z.object({ root: Message, thread: ThreadState }),
  errors: ['not_found', 'not_a_member'],
})

export const listThreads = query('threads.list', {
  summary:
    'Threads that you follow, newest reply first, each with its last replies; `before` is a `lastReplyAt`, `beforeThreadId` the thread that had it',
  access: 'signed-in',
  input: z.object({
    before: Instant.optional(),
    /** Threads may have their last replies at the same time: without it, some of those are not listed. */
    beforeThreadId: MessageId.optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  answer: z.object({
    threads: z.array(z.object({ thread: ThreadState, root: Message, lastReplies: z.array(Message) })),
    /** Those that the cards of these messages name and you may see, whatever their status. */
    tasks: z.array(Task),
  }),
  errors: [],
})
