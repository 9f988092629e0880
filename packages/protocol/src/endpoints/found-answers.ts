import { z } from 'zod'
import { command } from '../endpoint'
import { Message, SaidSentence } from '../entities'
import { ChannelId, MessageId, QuestionId, UserId } from '../ids'
import { AssistantReply } from './assistant'

/** Somebody who seems to know, with what they or others wrote that shows it. */
export const KnowingPerson = z.object({
  userId: UserId,
  said: SaidSentence,
  /** Hears what is said in the channel. */
  isMember: z.boolean(),
})
export type KnowingPerson = z.infer<typeof KnowingPerson>

export const lookIntoMessage = command('assistant.lookInto', {
  summary:
    'Look for an answer to what a message asks, or what was asked last in its thread: from what you may read, for your eyes alone. It is noted as a question of yours',
  access: 'signed-in',
  body: z.object({ messageId: MessageId }),
  answer: z.object({
    /** Under which it is noted, for `questions.judge`. */
    questionId: QuestionId,
    /** The message that asks, and its question. */
    messageId: MessageId,
    question: z.string(),
    /** Where an answer is said to others. */
    channelId: ChannelId,
    threadId: MessageId,
    /** Of kind `answer`, or `unknown` with what comes closest. */
    reply: AssistantReply,
    /** Everybody who may read the channel may read what the answer rests on. */
    isForEverybody: z.boolean(),
    /** Where nothing is known: who may know, likeliest first. */
    people: z.array(KnowingPerson),
  }),
  errors: ['not_found', 'rate_limited'],
})

export const judgeAnswer = command('questions.judge', {
  summary: 'Say whether the answer to a question of yours helped',
  access: 'signed-in',
  body: z.object({ questionId: QuestionId, isHelpful: z.boolean() }),
  answer: z.object({}),
  errors: ['not_found'],
})

export const dismissSuggestion = command('suggestions.dismiss', {
  summary:
    'Take back an answer that the assistant suggested, and have it suggest no such answers in this channel; for whoever asked, and moderators',
  access: 'signed-in',
  body: z.object({ messageId: MessageId }),
  answer: z.object({ message: Message }),
  errors: ['not_found', 'not_a_member', 'forbidden'],
})
