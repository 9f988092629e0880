import { z } from 'zod'
import { command, query } from '../endpoint'
import { Instant, Message } from '../entities'
import { ChannelId, ClientMessageId, MessageId } from '../ids'
import { nameText } from '../line-text'
import { filledText } from '../well-formed-text'

export const POLL_QUESTION_LIMIT = 500
export const POLL_OPTION_LIMIT = 200
export const FEWEST_POLL_OPTIONS = 2
export const MOST_POLL_OPTIONS = 10

const areDifferent = (items: readonly unknown[]) => new Set(items).size === items.length
const choices = z
  .array(
    z
      .int()
      .min(0)
      .max(MOST_POLL_OPTIONS - 1),
  )
  .max(MOST_POLL_OPTIONS)
  .refine(areDifferent, { message: 'named_twice' })

export const createPoll = command('polls.create', {
  summary: 'Ask people to choose, in a message whose text is the question. A retry is recognised as with messages.send',
  access: 'signed-in',
  body: z.object({
    channelId: ChannelId,
    threadId: MessageId.nullable().default(null),
    clientMessageId: ClientMessageId,
    question: filledText(POLL_QUESTION_LIMIT),
    options: z
      .array(nameText(POLL_OPTION_LIMIT))
      .min(FEWEST_POLL_OPTIONS)
      .max(MOST_POLL_OPTIONS)
      .refine(areDifferent, { message: 'named_twice' }),
    isMultiple: z.boolean().default(false),
    /** Nobody is told who chose what. */
    isAnonymous: z.boolean().default(false),
    closesAt: Instant.nullable().default(null),
  }),
  answer: z.object({ message: Message }),
  errors: [
    'not_found',
    'not_a_member',
    'channel_archived',
    'posting_restricted',
    'client_message_id_reused',
    'time_out_of_range',
  ],
})

export const voteInPoll = command('polls.vote', {
  summary: 'Choose in a poll, in place of what you chose before; nothing takes your vote back',
  access: 'signed-in',
  body: z.object({
    messageId: MessageId,
    /** Positions among the poll's options, from 0. */
    options: choices,
  }),
  answer: z.object({ message: Message }),
  errors: ['not_found', 'not_a_member', 'channel_archived', 'poll_closed', 'invalid_request'],
})

export const closePoll = command('polls.close', {
  summary: 'End a poll of yours, or as a moderator of its channel; it stays closed',
  access: 'signed-in',
  body: z.object({ messageId: MessageId }),
  answer: z.object({ message: Message }),
  errors: ['not_found', 'not_a_member', 'forbidden', 'channel_archived'],
})

export const readOwnVote = query('polls.own', {
  summary: 'What you chose in a poll: of an anonymous one nobody else is told',
  access: 'signed-in',
  input: z.object({ messageId: MessageId }),
  answer: z.object({ options: z.array(z.int()) }),
  errors: ['not_found', 'not_a_member'],
})
