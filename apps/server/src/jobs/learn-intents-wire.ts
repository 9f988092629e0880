import type { Encoder, Encoding } from '@parley/inference'
import type { IntentComparison, IntentExample, IntentFigures } from '@parley/nlu'

/** What is known of an encoder without having it. */
export type EncoderShape = Pick<Encoder, 'id' | 'hiddenSize' | 'pooledLayers' | 'maxTokens'>

export interface LearnOrder {
  /** Null: by words alone. */
  readonly encoder: EncoderShape | null
  /** Where the shipped heads are kept, and the features of shipped examples. */
  readonly shippedDirectory: string
  readonly featureDirectory: string
  readonly own: readonly IntentExample[]
  /** Where the live model lies; null: as shipped. */
  readonly live: string | null
  readonly extended: string
  readonly trained: string
}

export type ToLearner =
  | { readonly type: 'learn'; readonly order: LearnOrder }
  | { readonly type: 'encoded'; readonly encodings: readonly Encoding[] }
  | { readonly type: 'not-encoded'; readonly isUnavailable: boolean; readonly reason: string }

export type FromLearner =
  | { readonly type: 'encode'; readonly texts: readonly string[] }
  | { readonly type: 'extended' }
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'learnt'; readonly figures: IntentFigures | null; readonly comparison: IntentComparison }
  | { readonly type: 'failed'; readonly reason: string }
