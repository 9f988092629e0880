import { z } from 'zod'
import { command, query } from '../endpoint'
import { Citation, Confirmation, Language, ReplyKind, SaidSentence, Task, Understanding } from '../entities'
import { ClientMessageId, ConversationId, MessageId } from '../ids'
import { Reason } from '../reason'
import { StructuredQuery } from '../structured-query'
import { filledText, MESSAGE_TEXT_LIMIT } from '../well-formed-text'

export const AssistantReply = z.object({
  kind: ReplyKind,
  text: z.string(),
  language: Language,
  citations: z.array(Citation),
  /** What people wrote that an answer rests on, limited to what you may read; the first quoted first. */
  said: z.array(SaidSentence).optional(),
  confidence: z.number().nullable(),
  reasons: z.array(Reason),
  tasks: z.array(Task),
  /** Of an answer that somebody curated. */
  confirmed: Confirmation.optional(),
  /** Of an answer, found or not: the question as it was read. Changed, it can be asked again. */
  query: StructuredQuery.optional(),
})
export type AssistantReply = z.infer<typeof AssistantReply>

export const understand = command('understand', {
  summary: 'What the server reads out of a text; nothing is stored',
  access: 'signed-in',
  body: z.object({ text: filledText(MESSAGE_TEXT_LIMIT) }),
  answer: z.object({ understanding: Understanding }),
  errors: ['text_too_long', 'text_not_storable'],
})

export const askAssistant = command('assistant.ask', {
  summary:
    'One turn with the assistant outside of any channel; pass the conversationId to go on. A retry with the same clientMessageId returns the first answer',
  access: 'signed-in',
  body: z.object({
    text: filledText(MESSAGE_TEXT_LIMIT),
    /** Asked in place of what would be read out of the text: an answer is looked for and nothing else is done. */
    query: StructuredQuery.optional(),
    conversationId: ConversationId.optional(),
    clientMessageId: ClientMessageId.optional(),
  }),
  answer: z.object({ conversationId: ConversationId, reply: AssistantReply, understanding: Understanding }),
  errors: ['not_found', 'client_message_id_reused', 'text_too_long', 'text_not_storable'],
})

/** Longer questions are asked in a conversation. */
export const LOOK_UP_LIMIT = 500

export const lookUp = query('assistant.lookUp', {
  summary:
    'An answer to a question, with its sources, beside a search: no conversation, nothing done, nothing noted. Null where the text asks nothing, or nothing is known well enough',
  access: 'signed-in',
  input: z.object({ text: filledText(LOOK_UP_LIMIT) }),
  answer: z.object({ reply: AssistantReply.nullable() }),
  errors: ['rate_limited'],
})

export const giveFeedback = command('assistant.feedback', {
  summary: 'Say whether an assistant reply was right',
  access: 'signed-in',
  body: z.object({ messageId: MessageId, isHelpful: z.boolean() }),
  answer: z.object({}),
  errors: ['not_found', 'not_a_member'],
})
