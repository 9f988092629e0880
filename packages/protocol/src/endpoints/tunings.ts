import { z } from 'zod'
import { command, query } from '../endpoint'
import { CollectionId, DocumentId, MessageId } from '../ids'
import { Instant } from '../instant'

const weight = z.number().min(0).max(1)

/** How well what was looked for comes first: 1 where it always does; null where there was no such question. */
const quality = z.object({
  /** On people's questions. */
  asked: z.number().nullable(),
  /** On questions made of the documents' own headings and sentences. */
  made: z.number().nullable(),
})

/** What a share of words would bring, on questions that it was not chosen by. */
export const TuningFigures = z.object({
  /** Share of words in the search; the rest is meaning. */
  weight,
  weightBefore: weight,
  /** Only what is better is taken. */
  verdict: z.enum(['better', 'no-gain', 'too-few']),
  /** Questions that it is judged by: those of people, and those made of the documents. */
  asked: z.int(),
  made: z.int(),
  before: quality,
  after: quality,
})
export type TuningFigures = z.infer<typeof TuningFigures>

/** A question of the log whose first document would be another. */
export const ChangedAnswer = z.object({
  text: z.string(),
  before: z.string(),
  after: z.string(),
  verdict: z.enum(['better', 'worse', 'unknown']),
})
export type ChangedAnswer = z.infer<typeof ChangedAnswer>

export const CollectionTuning = z.object({
  collectionId: CollectionId,
  name: z.string(),
  weight,
  /** What it was learnt by and when; null: nothing was learnt. */
  learnt: z.object({ figures: TuningFigures, at: Instant }).nullable(),
})
export type CollectionTuning = z.infer<typeof CollectionTuning>

export const listTunings = query('answers.tunings', {
  summary: 'How much words and meaning count in the search of the collections that you look after',
  access: 'signed-in',
  input: z.object({}),
  answer: z.object({ collections: z.array(CollectionTuning) }),
  errors: ['forbidden'],
})

export const replayAnswers = query('answers.replay', {
  summary:
    'Ask the log of questions of a collection again with the weight that ranks best, beside the one in use; changes nothing. For owners and administrators',
  access: 'signed-in',
  input: z.object({ collectionId: CollectionId }),
  answer: z.object({
    figures: TuningFigures,
    /** Questions of the log that were asked again. */
    replayed: z.int(),
    changed: z.array(ChangedAnswer),
  }),
  errors: ['not_found', 'forbidden', 'rate_limited'],
})

export const tuneAnswers = command('answers.tune', {
  summary: 'Learn how much words and meaning count in a collection of what people asked; taken only where it is better',
  access: 'signed-in',
  body: z.object({ collectionId: CollectionId }),
  answer: z.object({ figures: TuningFigures, isTaken: z.boolean() }),
  errors: ['not_found', 'forbidden', 'rate_limited'],
})

export const untuneAnswers = command('answers.untune', {
  summary: 'Take back the last weight that a collection learnt',
  access: 'signed-in',
  body: z.object({ collectionId: CollectionId }),
  answer: z.object({ weight }),
  errors: ['not_found', 'forbidden'],
})

export const openSource = command('questions.openSource', {
  summary: 'Note that a document was opened from an answer: the search of its collection learns from it',
  access: 'signed-in',
  body: z.object({ messageId: MessageId, documentId: DocumentId }),
  answer: z.object({}),
  errors: ['not_found', 'not_a_member'],
})
