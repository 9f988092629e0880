import { z } from 'zod'
import { ReactionEmoji } from '../emoji'
import { command, query } from '../endpoint'
import { Channel, Instant, Message, Task, Understanding } from '../entities'
import { ChannelId, ClientMessageId, FileId, MessageId } from '../ids'
import { RuleEdge } from '../rule-trace'
import { filledText, isBlank, MESSAGE_TEXT_LIMIT, wellFormedText } from '../well-formed-text'

const text = filledText(MESSAGE_TEXT_LIMIT)

export const FILES_A_MESSAGE = 10
const FileIds = z
  .array(FileId)
  .max(FILES_A_MESSAGE)
  .refine((ids) => new Set(ids).size === ids.length, { message: 'named_twice' })

export const sendMessage = command('messages.send', {
  summary: 'Send a message. A retry with the same clientMessageId returns the first answer',
  access: 'signed-in',
  body: z
    .object({
      channelId: ChannelId,
      /** May be empty where there are files. */
      text: wellFormedText(MESSAGE_TEXT_LIMIT),
      clientMessageId: ClientMessageId,
      threadId: MessageId.nullish(),
      /** A reply that the channel shows too. */
      isAlsoInChannel: z.boolean().default(false),
      /** Your own files, uploaded and not sent yet, in the order of showing. */
      fileIds: FileIds.default([]),
    })
    .refine(({ text, fileIds }) => !isBlank(text) || fileIds.length > 0, {
      message: 'text_blank',
      path: ['text'],
    }),
  answer: z.object({ message: Message }),
  errors: [
    'not_found',
    'not_a_member',
    'channel_archived',
    'client_message_id_reused',
    'file_incomplete',
    'text_too_long',
    'text_not_storable',
  ],
})

export const editMessage = command('messages.edit', {
  summary: 'Change the text of your own message',
  access: 'signed-in',
  body: z.object({ messageId: MessageId, text }),
  answer: z.object({ message: Message }),
  errors: ['not_found', 'forbidden', 'channel_archived', 'text_too_long', 'text_not_storable'],
})

export const deleteMessage = command('messages.delete', {
  summary: 'Delete a message; a tombstone keeps its place',
  access: 'signed-in',
  body: z.object({ messageId: MessageId }),
  answer: z.object({ message: Message }),
  errors: ['not_found', 'forbidden'],
})

export const withdrawMessage = command('messages.withdraw', {
  summary:
    'Take back a message of yours by its clientMessageId, whether or not you heard that it arrived; null: it did not, or it is gone already',
  access: 'signed-in',
  body: z.object({ channelId: ChannelId, clientMessageId: ClientMessageId }),
  answer: z.object({ message: Message.nullable() }),
  errors: ['not_found', 'forbidden'],
})

export const reactToMessage = command('messages.react', {
  summary: 'React to a message with an emoji, or take that back; doing it twice changes nothing',
  access: 'signed-in',
  body: z.object({ messageId: MessageId, emoji: ReactionEmoji, isAdded: z.boolean().default(true) }),
  answer: z.object({ message: Message }),
  errors: ['not_found', 'not_a_member', 'channel_archived', 'too_many_reactions'],
})

export const pinMessage = command('messages.pin', {
  summary: 'Pin a message to its channel, for all its members, or take the pin off',
  access: 'signed-in',
  body: z.object({ messageId: MessageId, isPinned: z.boolean().default(true) }),
  answer: z.object({ message: Message }),
  errors: ['not_found', 'not_a_member', 'forbidden', 'channel_archived'],
})

export const saveMessage = command('messages.save', {
  summary: 'Keep a message in your own list for later, or drop it from there',
  access: 'signed-in',
  body: z.object({ messageId: MessageId, isSaved: z.boolean().default(true) }),
  answer: z.object({}),
  errors: ['not_found', 'not_a_member'],
})

const found = z.object({ messages: z.array(Message) })

export const listPinnedMessages = query('messages.pinned', {
  summary: "A channel's pinned messages, newest pin first",
  access: 'signed-in',
  input: z.object({ channelId: ChannelId }),
  answer: found,
  errors: ['not_found', 'not_a_member'],
})

export const listSavedMessages = query('messages.saved', {
  summary: 'What you kept for later, newest first, as far as you may still read it',
  access: 'signed-in',
  input: z.object({}),
  answer: found,
  errors: [],
})

export const listMentions = query('messages.mentions', {
  summary: 'Messages that name you or call everybody in a channel of yours, newest first; `before` is a message id',
  access: 'signed-in',
  input: z.object({
    before: MessageId.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  answer: found,
  errors: [],
})

/** The most places that one request asks for. */
export const MOST_PREVIEWS = 20

/** `<channelId>:<seq>`, as a permalink names a message. */
const place = /^[0-9a-f-]{36}:[1-9]\d{0,14}$/i

const Places = z
  .string()
  .max(MOST_PREVIEWS * 53)
  .transform((list) => list.split(','))
  .pipe(z.array(z.string().regex(place)).min(1).max(MOST_PREVIEWS))
  .transform((places) => places.map(placeOf))
  .meta({ description: 'up to 20 of `<channelId>:<seq>`, separated by commas' })

function placeOf(text: string) {
  const [channelId = '', seq = ''] = text.split(':')
  return { channelId: ChannelId.parse(channelId), seq: Number(seq) }
}

export const previewMessages = query('messages.preview', {
  summary:
    'The messages that permalinks name, as far as you may read them; those that you may not are as if they were not',
  access: 'signed-in',
  input: z.object({ places: Places }),
  answer: z.object({ messages: z.array(Message), channels: z.array(Channel) }),
  errors: [],
})

export const messageHistory = query('messages.history', {
  summary: 'Earlier forms of an edited message, oldest first; they go when the message is deleted',
  access: 'signed-in',
  input: z.object({ messageId: MessageId }),
  answer: z.object({ revisions: z.array(z.object({ text: z.string(), replacedAt: Instant })) }),
  errors: ['not_found', 'not_a_member'],
})

export const listMessages = query('messages.list', {
  summary:
    'A page of what a channel shows, or of the replies of one of its threads, newest first: the newest, or those before, after or around a `seq`',
  access: 'signed-in',
  input: z.object({
    channelId: ChannelId,
    threadId: MessageId.optional(),
    before: z.coerce.number().int().min(1).optional(),
    after: z.coerce.number().int().min(0).optional(),
    around: z.coerce.number().int().min(1).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    messages: z.array(Message),
    /** Whether there are others before and after these. */
    hasOlder: z.boolean(),
    hasNewer: z.boolean(),
    /** Those that the cards of these messages name and you may see, whatever their status. */
    tasks: z.array(Task),
  }),
  errors: ['not_found', 'not_a_member'],
})

export const locateMessage = query('messages.locate', {
  summary:
    "Where in a channel a time or a number lies: the `seq` of the first message from there on, else of the newest; without either, of the channel's first",
  access: 'signed-in',
  input: z.object({
    channelId: ChannelId,
    at: Instant.optional(),
    messageNumber: z.coerce.number().int().min(1).optional(),
  }),
  answer: z.object({ seq: z.int().nullable() }),
  errors: ['not_found', 'not_a_member'],
})

export const messageUnderstanding = query('messages.understanding', {
  summary: 'What the server read out of a message, and why',
  access: 'signed-in',
  input: z.object({ messageId: MessageId }),
  answer: z.object({
    understanding: Understanding.nullable(),
    /** Those edges that its rules were held by which you may read, and which are still there. */
    ruleEdges: z.array(RuleEdge).optional(),
  }),
  errors: ['not_found', 'not_a_member', 'rate_limited', 'encoder_unavailable'],
})
