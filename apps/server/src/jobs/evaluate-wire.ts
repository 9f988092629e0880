import type { Encoding } from '@parley/inference'
import type { TeamReport } from '@parley/learning'
import type { EvaluationFailure } from '@parley/protocol'
import type { EncoderShape } from './learn-intents-wire'

/** A message that somebody labelled. */
export interface LabelledMessage {
  readonly id: string
  readonly text: string
  readonly truth: string | null
}

/** What was read of one elsewhere. */
export interface ReadLabel {
  readonly prediction: string | null
  readonly confidence: number
}

export type EvaluationOrder =
  | {
      readonly kind: 'intents'
      readonly messages: readonly LabelledMessage[]
      readonly model: ModelChoice
      /** To compare with. */
      readonly other: ModelChoice | null
    }
  | { readonly kind: 'labels'; readonly messages: readonly LabelledMessage[]; readonly read: readonly ReadLabel[] }

/** What models are read with. */
export interface Reading {
  readonly encoder: EncoderShape | null
  readonly shippedDirectory: string
}

export interface ModelChoice {
  /** Null: as shipped. */
  readonly directory: string | null
  /** Null: its own. */
  readonly threshold: number | null
}

export interface MeasuredReport extends TeamReport {
  /** Messages that a model had learnt from, with nobody's judgement who had not. */
  readonly left: number
}

export type ToEvaluator =
  /** Some of them; an order that follows is about all that were handed over. */
  | { readonly type: 'messages'; readonly messages: readonly LabelledMessage[] }
  | { readonly type: 'evaluate'; readonly order: EvaluationOrder; readonly reading: Reading }
  | { readonly type: 'encoded'; readonly encodings: readonly Encoding[] }
  | { readonly type: 'not-encoded'; readonly isUnavailable: boolean; readonly reason: string }

export type FromEvaluator =
  | { readonly type: 'encode'; readonly texts: readonly string[] }
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'measured'; readonly report: MeasuredReport }
  | { readonly type: 'failed'; readonly failure: EvaluationFailure; readonly reason: string }
