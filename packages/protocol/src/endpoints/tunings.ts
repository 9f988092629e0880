import { z } from 'zod'
import { command, query } from '../endpoint'
import { CollectionId, DocumentId, MessageId, UserId } from '../ids'
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

/** A weight that somebody had learnt and used, and whoever took it back. */
export const TuningChange = z.object({
  figures: TuningFigures,
  by: UserId.nullable(),
  at: Instant,
  undone: z.object({ by: UserId.nullable(), at: Instant }).nullable(),
})
export type TuningChange = z.infer<typeof TuningChange>

export const CollectionTuning = z.object({
  collectionId: CollectionId,
  name: z.string(),
  weight,
  /** The newest first; the first that was not taken back is in use. At most twenty. */
  changes: z.array(TuningChange),
})
export type CollectionTuning = z.infer<typeof CollectionTuning>

/** What the log says of its answers; one question may be counted for several of these. */
export const LogSignals = z.object({
  helpful: z.int(),
  unhelpful: z.int(),
  opened: z.int(),
  askedAgain: z.int(),
  handedOver: z.int(),
})
export type LogSignals = z.infer<typeof LogSignals>

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
    signals: LogSignals,
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
