import { z } from 'zod'
import { command, query } from '../endpoint'
import { Instant, LabelKind, Message } from '../entities'
import { EvaluationId, IntentModelId, UserId } from '../ids'

const Figures = z.object({ n: z.int(), accuracy: z.number(), macroF1: z.number() })

/** Names of labels; the empty one stands for "none of these". */
const LabelName = z.string()

export const EvaluationReport = Figures.extend({
  /** Expected calibration error. */
  ece: z.number(),
  languages: z.record(z.string(), Figures),
  labels: z.array(z.object({ name: LabelName, n: z.int(), precision: z.number(), recall: z.number(), f1: z.number() })),
  confusion: z.array(z.object({ truth: LabelName, prediction: LabelName, count: z.int() })),
  reliability: z.array(z.object({ confidence: z.number(), accuracy: z.number(), n: z.int() })),
  /** Labelled messages that a model had learnt from, without a judgement of one that had not. */
  left: z.int(),
  comparison: z
    .object({
      rows: z.int(),
      lost: z.int(),
      won: z.int(),
      /** Exact test of McNemar, two-sided. */
      p: z.number(),
      accuracy: z.number(),
      otherAccuracy: z.number(),
    })
    .nullable(),
})
export type EvaluationReport = z.infer<typeof EvaluationReport>

/** Errors that can end a measurement, by their codes. */
export const EvaluationFailure = z.enum(['encoder_unavailable', 'model_unusable', 'internal'])
export type EvaluationFailure = z.infer<typeof EvaluationFailure>

export const Evaluation = z.object({
  id: EvaluationId,
  kind: LabelKind,
  status: z.enum(['running', 'done', 'failed', 'cancelled']),
  /** Between 0 and 1. */
  progress: z.number(),
  startedBy: UserId,
  createdAt: Instant,
  /** Of intents; null: as shipped. */
  modelId: IntentModelId.nullable(),
  otherModelId: IntentModelId.nullable(),
  hasOther: z.boolean(),
  report: EvaluationReport.nullable(),
  /** Why it failed, if it did; earlier servers do not tell. */
  failure: EvaluationFailure.nullable().default(null),
})
export type Evaluation = z.infer<typeof Evaluation>

export const startEvaluation = command('evaluations.start', {
  summary: 'Measure what is read on the messages that people labelled, in the background',
  access: 'administrator',
  body: z.object({
    kind: LabelKind,
    /** Of intents only: which model, null as shipped; absent: the one in use. */
    modelId: IntentModelId.nullable().optional(),
    /** Another one to compare with. */
    otherModelId: IntentModelId.nullable().optional(),
  }),
  answer: z.object({ evaluationId: EvaluationId }),
  errors: ['forbidden', 'not_found', 'nothing_labelled', 'evaluation_waiting', 'encoder_unavailable'],
})

export const cancelEvaluation = command('evaluations.cancel', {
  summary: 'Stop a measurement',
  access: 'administrator',
  body: z.object({ evaluationId: EvaluationId }),
  answer: z.object({}),
  errors: ['forbidden', 'not_found'],
})

export const listEvaluations = query('evaluations.list', {
  summary: 'Measurements, the newest first',
  access: 'administrator',
  input: z.object({}),
  answer: z.object({ evaluations: z.array(Evaluation) }),
  errors: ['forbidden'],
})

export const listEvaluationErrors = query('evaluations.errors', {
  summary:
    'The worst errors of a measurement, of messages that the caller may read; those edited, deleted or labelled otherwise since are left out',
  access: 'administrator',
  input: z.object({ evaluationId: EvaluationId }),
  answer: z.object({
    errors: z.array(
      z.object({
        message: Message,
        truth: z.string().nullable(),
        prediction: z.string().nullable(),
        confidence: z.number(),
      }),
    ),
    /** Of messages that the caller may not read. */
    hidden: z.int(),
  }),
  errors: ['forbidden', 'not_found'],
})
