import { z } from 'zod'
import { query } from '../endpoint'
import { Message } from '../entities'
import { ChannelId, MessageId } from '../ids'

export const searchMessages = query('messages.search', {
  summary:
    'Messages that hold all words of a query, newest first: "a phrase", -without, in: from: before: after: on: has: is:. ' +
    '`before` is what the page before says is `next`',
  access: 'signed-in',
  input: z.object({
    query: z.string().max(500),
    /** Only there. */
    channelId: ChannelId.optional(),
    sort: z.enum(['newest', 'relevance']).default('newest'),
    /** Of newest first only: what is sorted by relevance has one page. */
    before: MessageId.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  answer: z.object({
    messages: z.array(Message),
    /** Where the words stand in each message's text: UTF-16 offsets, in order, apart from each other. */
    highlights: z.array(
      z.object({ messageId: MessageId, ranges: z.array(z.object({ start: z.int(), end: z.int() })) }),
    ),
    /** How many there are, where that is known without looking through everything. */
    total: z.int().optional(),
    hasMore: z.boolean(),
    /**
     * Where there is more, what the next page is asked for with: the last message that was looked at. A search for a
     * phrase ends at a bound, and may have found nothing by then.
     */
    next: MessageId.optional(),
    /** Given when there were more than these: only the newest so many were sorted by relevance. */
    rankedNewest: z.int().optional(),
    /** People and channels that the query names and nobody knows: it finds nothing then. */
    unknownNames: z.array(z.object({ operator: z.enum(['in', 'from']), name: z.string() })),
  }),
  errors: ['not_found', 'not_a_member', 'rate_limited'],
})
