import { z } from 'zod'
import { AnswerMatch, AnswerSource, CuratedAnswer } from '../curated-answer'
import { command, query } from '../endpoint'
import { CollectionId, CuratedAnswerId, UserId } from '../ids'
import { Instant } from '../instant'
import { filledText } from '../well-formed-text'

export const ANSWER_TEXT_LIMIT = 4_000
export const PHRASING_LIMIT = 500
export const MOST_PHRASINGS = 30

const text = filledText(ANSWER_TEXT_LIMIT).nullable().default(null)

export const saveAnswer = command('answers.save', {
  summary:
    'Write or change a curated answer, which confirms it; for owners of the collection or the answer, and administrators',
  access: 'signed-in',
  body: z.object({
    /** Left out: it is new. */
    answerId: CuratedAnswerId.optional(),
    collectionId: CollectionId.optional(),
    phrasings: z.array(filledText(PHRASING_LIMIT)).min(1).max(MOST_PHRASINGS),
    texts: z.object({ zh: text, en: text }).refine(({ zh, en }) => zh !== null || en !== null),
    sources: z
      .array(AnswerSource.omit({ version: true, title: true, headingPath: true, score: true }))
      .max(8)
      .default([]),
    /** Who is to look at it again when it expires; left out: whoever it was, else you. */
    ownerId: UserId.optional(),
    /** At most a year ahead. */
    expiresAt: Instant.nullable().default(null),
  }),
  answer: z.object({ answer: CuratedAnswer }),
  errors: ['not_found', 'forbidden', 'owner_not_reader', 'time_out_of_range', 'answers_full'],
})

export const confirmAnswer = command('answers.confirm', {
  summary: 'Say that a curated answer is still true, until a new date',
  access: 'signed-in',
  body: z.object({ answerId: CuratedAnswerId, expiresAt: Instant.nullable() }),
  answer: z.object({ answer: CuratedAnswer }),
  errors: ['not_found', 'forbidden', 'time_out_of_range'],
})

export const removeAnswer = command('answers.remove', {
  summary: 'Remove a curated answer; it is given no more at once',
  access: 'signed-in',
  body: z.object({ answerId: CuratedAnswerId }),
  answer: z.object({}),
  errors: ['not_found', 'forbidden'],
})

export const listAnswers = query('answers.list', {
  summary:
    'Curated answers of the collections that you may read, newest first; `before` is the last one of the page before',
  access: 'signed-in',
  input: z.object({
    before: CuratedAnswerId.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  answer: z.object({
    answers: z.array(CuratedAnswer),
    hasMore: z.boolean(),
    /** Collections whose answers you may write. */
    writableCollectionIds: z.array(CollectionId),
  }),
  errors: [],
})

export const tryAnswers = query('answers.try', {
  summary: 'Which curated answers come nearest to a question, and whether one would be given; best first',
  access: 'signed-in',
  input: z.object({ question: filledText(PHRASING_LIMIT) }),
  answer: z.object({ matches: z.array(AnswerMatch) }),
  errors: ['rate_limited'],
})
