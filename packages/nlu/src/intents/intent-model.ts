import type { Matrix } from '@parley/inference'
import type { View } from '../features/message-features'
import type { LinearModel } from '../numeric/linear-model'

/** A labelled message. `intent: null` is out of scope: none of the intents. */
export interface IntentExample {
  readonly text: string
  readonly intent: string | null
  /** Learnt from, and never shown: somebody's message. */
  readonly isPrivate?: boolean
}

/** One view of the message and the linear model that reads it. */
export interface IntentHead {
  readonly view: View
  /** Penalty chosen by validation. */
  readonly l2: number
  readonly linear: LinearModel
}

/** Tells whether a message is in scope (class 0) or out of it (class 1), from one head's view. */
export interface ScopeHead {
  /** Index into `IntentModel.heads`. */
  readonly head: number
  readonly linear: LinearModel
}

/** How heads are joined into one probability: all of them, or the n-grams alone while there is no encoder. */
export interface IntentPool {
  /** One weight a head, 0 for a head that is not asked; with an encoder one more, for the nearest examples. */
  readonly weights: readonly number[]
  /** Weight of the opinion that an intent of few examples is likelier than the heads say; absent: 0. */
  readonly rarity?: number
  /** In-scope probability from the pooled confidence and the scope head; null: always in scope. */
  readonly scope: ScopeModel | null
  /** Confidence under this is "no known intent". */
  readonly threshold: number
  readonly validation: ValidationFigures
  /** What `validation` sums up; absent in a model that was extended and not judged. */
  readonly judged?: JudgedExamples
}

/** Examples as models judged them that had not learnt from them: what every honest figure is made of. */
export interface JudgedExamples {
  /** Into `IntentModel.examples`, one a judgement. */
  readonly rows: readonly number[]
  /** The likeliest intent of each, into `IntentModel.intents`, whether it passes the threshold or not. */
  readonly best: readonly number[]
  readonly confidences: readonly number[]
  /** Confidence in the likeliest intent of the examples out of scope, in their order; empty where none were judged. */
  readonly outside: readonly number[]
}

/** Logistic regression over the signals of `scopeSignals`. */
export interface ScopeModel {
  readonly weights: readonly number[]
  readonly bias: number
}

/** Measured on rows that the judged models had not learnt from. */
export interface ValidationFigures {
  readonly rows: number
  readonly accuracy: number
  /** Mean log-loss after calibration, in nats. */
  readonly logLoss: number
  /** Share of in-scope rows under the threshold. */
  readonly rejectedInScope: number
  /** Share of out-of-scope rows under the threshold; null without such rows. */
  readonly rejectedOutOfScope: number | null
}

/** A trained intent classifier, as plain data. */
export interface IntentModel {
  /** The encoder whose features it reads; null: n-grams only. */
  readonly encoderId: string | null
  readonly seed: number
  readonly intents: readonly string[]
  readonly heads: readonly IntentHead[]
  /** Null where too few examples were out of scope. */
  readonly scopeHead: ScopeHead | null
  readonly pool: IntentPool
  /** For messages without an encoding. */
  readonly lexicalPool: IntentPool
  readonly examples: {
    /** Empty for one that is never shown. */
    readonly texts: readonly string[]
    /** What each is known again by, and those out of scope: see `exampleKey`. */
    readonly keys: readonly string[]
    readonly outsideKeys: readonly string[]
    /** Index into `intents` of each text. */
    readonly labels: readonly number[]
    /** Sentence vectors, one row a text; null without an encoder. */
    readonly vectors: Matrix | null
  }
}

/** The examples or the features cannot be learnt from. */
export class IntentTrainingError extends Error {
  override readonly name = 'IntentTrainingError'
}

/** The model was made for another encoder, is damaged, or of a later version. */
export class IntentModelError extends Error {
  override readonly name = 'IntentModelError'
}
