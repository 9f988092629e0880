import { z } from 'zod'
import { query } from '../endpoint'
import { Instant, SaidSentence, Task } from '../entities'
import { ChannelId, MessageId, UserId } from '../ids'

/** The most messages that one summary reads. */
export const MOST_SUMMARIZED = 200

export const summarizeMessages = query('messages.summarize', {
  summary:
    'What was said in a channel or a thread, in its own sentences, each with its message: the last so many, what was said since a time, or else the unread, or the newest where all is read',
  access: 'signed-in',
  input: z.object({
    channelId: ChannelId,
    threadId: MessageId.optional(),
    last: z.coerce.number().int().min(1).max(MOST_SUMMARIZED).optional(),
    since: Instant.optional(),
  }),
  answer: z.object({
    /** Which messages it is of. */
    span: z.enum(['unread', 'last', 'since']),
    messageCount: z.int(),
    firstAt: Instant.nullable(),
    /** There were more: it is of the newest. */
    isCut: z.boolean(),
    /** What it was about; each list oldest first. */
    points: z.array(SaidSentence),
    decisions: z.array(SaidSentence),
    /** What somebody took on. Of an earlier server: none. */
    promises: z.array(SaidSentence).default([]),
    /** Asked, and not answered as it seems. */
    openQuestions: z.array(SaidSentence),
    /** Made of these messages, as far as you may see them. */
    tasks: z.array(Task),
    /** Who spoke, most first. */
    people: z.array(z.object({ userId: UserId, messageCount: z.int() })),
  }),
  errors: ['not_found', 'not_a_member', 'rate_limited'],
})
