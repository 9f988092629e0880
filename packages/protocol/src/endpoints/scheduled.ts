import { z } from 'zod'
import { command } from '../endpoint'
import { Instant, Message } from '../entities'
import { ChannelId, ClientCommandId, MessageId, ScheduledMessageId } from '../ids'
import { ScheduledMessage } from '../scheduled-message'
import { filledText, MESSAGE_TEXT_LIMIT } from '../well-formed-text'

const text = filledText(MESSAGE_TEXT_LIMIT)
const answer = z.object({ scheduled: ScheduledMessage })

export const scheduleMessage = command('messages.schedule', {
  summary: 'Write a message that is sent later, at most a year ahead',
  access: 'signed-in',
  body: z.object({
    channelId: ChannelId,
    threadId: MessageId.nullable().default(null),
    isAlsoInChannel: z.boolean().default(false),
    text,
    sendAt: Instant,
    clientCommandId: ClientCommandId.optional(),
  }),
  answer,
  errors: [
    'not_found',
    'not_a_member',
    'channel_archived',
    'time_out_of_range',
    'too_many_planned',
    'client_command_id_reused',
    'text_too_long',
    'text_not_storable',
  ],
})

export const updateScheduled = command('messages.updateScheduled', {
  summary: 'Change the words or the time of a message of yours that waits, or that could not be sent',
  access: 'signed-in',
  body: z.object({ scheduledMessageId: ScheduledMessageId, text: text.optional(), sendAt: Instant.optional() }),
  answer,
  errors: ['not_found', 'time_out_of_range', 'text_too_long', 'text_not_storable'],
})

export const cancelScheduled = command('messages.cancelScheduled', {
  summary: 'Drop a message of yours that waits, or that could not be sent',
  access: 'signed-in',
  body: z.object({ scheduledMessageId: ScheduledMessageId }),
  answer: z.object({}),
  errors: ['not_found'],
})

export const sendScheduled = command('messages.sendScheduled', {
  summary: 'Send a message of yours now that was to be sent later',
  access: 'signed-in',
  body: z.object({ scheduledMessageId: ScheduledMessageId }),
  answer: z.object({ message: Message.nullable() }),
  errors: ['not_found', 'not_a_member', 'channel_archived'],
})
