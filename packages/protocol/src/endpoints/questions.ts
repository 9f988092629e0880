import { z } from 'zod'
import { AnswerSource } from '../curated-answer'
import { command, query } from '../endpoint'
import { CuratedAnswerId, MessageId, QuestionId } from '../ids'
import { Instant } from '../instant'
import { filledText } from '../well-formed-text'
import { PHRASING_LIMIT } from './answers'

/** Questions about one matter that were not answered, or not well. */
export const UnansweredTopic = z.object({
  questionIds: z.array(QuestionId),
  /** Newest first, a few. */
  wordings: z.array(z.string()),
  count: z.int(),
  askers: z.int(),
  /** People who want to be told of an answer. */
  awaiting: z.int(),
  lastAskedAt: Instant,
})
export type UnansweredTopic = z.infer<typeof UnansweredTopic>

/** How the questions of a day fared. */
export const QuestionDay = z.object({
  date: z.iso.date(),
  confirmed: z.int(),
  answered: z.int(),
  unknown: z.int(),
  /** Answers that somebody said were wrong. */
  unhelpful: z.int(),
  /** Of the unknown: asked in private, and so only counted. */
  hidden: z.int(),
})
export type QuestionDay = z.infer<typeof QuestionDay>

export const listUnanswered = query('questions.unanswered', {
  summary: 'What the assistant could not answer, by topic; for administrators and owners of collections',
  access: 'signed-in',
  input: z.object({}),
  answer: z.object({ topics: z.array(UnansweredTopic) }),
  errors: ['forbidden'],
})

export const questionsOverview = query('questions.overview', {
  summary: 'How many questions were answered and not, day by day; for administrators and owners of collections',
  access: 'signed-in',
  input: z.object({ days: z.coerce.number().int().min(1).max(180).default(30) }),
  answer: z.object({ days: z.array(QuestionDay) }),
  errors: ['forbidden'],
})

export const suggestAnswer = query('questions.suggest', {
  summary: 'What documents say that comes nearest to a question, to begin an answer with',
  access: 'signed-in',
  input: z.object({ question: filledText(PHRASING_LIMIT) }),
  answer: z.object({ sources: z.array(AnswerSource.omit({ version: true })) }),
  errors: ['forbidden', 'rate_limited'],
})

export const settleQuestions = command('questions.settle', {
  summary: 'Dismiss unanswered questions, or say what answers them: those who wait for it are told',
  access: 'signed-in',
  body: z.object({ questionIds: z.array(QuestionId).min(1).max(300), answerId: CuratedAnswerId.optional() }),
  answer: z.object({ told: z.int() }),
  errors: ['forbidden', 'not_found'],
})

export const awaitAnswer = command('questions.await', {
  summary: 'Let those who look after the knowledge base read your question, and be told of an answer',
  access: 'signed-in',
  body: z.object({ messageId: MessageId }),
  answer: z.object({}),
  errors: ['not_found'],
})

export const forgetQuestions = command('questions.forget', {
  summary: 'Have the log of questions forget what you asked',
  access: 'signed-in',
  body: z.object({}),
  answer: z.object({ forgotten: z.int() }),
  errors: [],
})
