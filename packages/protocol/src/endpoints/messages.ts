import { z } from 'zod'
import { command, query } from '../endpoint'
import { Message, Task, Understanding } from '../entities'
import { ChannelId, ClientMessageId, MessageId } from '../ids'
import { filledText, MESSAGE_TEXT_LIMIT } from '../well-formed-text'

const text = filledText(MESSAGE_TEXT_LIMIT)

export const sendMessage = command('messages.send', {
  summary: 'Send a message. A retry with the same clientMessageId returns the first answer',
  access: 'signed-in',
  body: z.object({
    channelId: ChannelId,
    text,
    clientMessageId: ClientMessageId,
    threadId: MessageId.nullish(),
  }),
  answer: z.object({ message: Message }),
  errors: [
    'not_found',
    'not_a_member',
    'channel_archived',
    'client_message_id_reused',
    'text_too_long',
    'text_not_storable',
  ],
})

export const editMessage = command('messages.edit', {
  summary: 'Change the text of your own message',
  access: 'signed-in',
  body: z.object({ messageId: MessageId, text }),
  answer: z.object({ message: Message }),
  errors: ['not_found', 'forbidden', 'text_too_long', 'text_not_storable'],
})

export const deleteMessage = command('messages.delete', {
  summary: 'Delete a message; a tombstone keeps its place',
  access: 'signed-in',
  body: z.object({ messageId: MessageId }),
  answer: z.object({ message: Message }),
  errors: ['not_found', 'forbidden'],
})

export const listMessages = query('messages.list', {
  summary: 'Messages of a channel, newest first; `before` is a `seq`',
  access: 'signed-in',
  input: z.object({
    channelId: ChannelId,
    before: z.coerce.number().int().min(1).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    messages: z.array(Message),
    /** Those that the cards of these messages name and you may see, whatever their status. */
    tasks: z.array(Task),
  }),
  errors: ['not_found', 'not_a_member'],
})

export const messageUnderstanding = query('messages.understanding', {
  summary: 'What the server read out of a message, and why',
  access: 'signed-in',
  input: z.object({ messageId: MessageId }),
  answer: z.object({ understanding: Understanding.nullable() }),
  errors: ['not_found', 'not_a_member', 'encoder_unavailable'],
})
