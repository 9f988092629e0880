import type { View } from '../features/message-features'
import type { LinearModel } from '../numeric/linear-model'

/** A message with the labels it has: none, one or several. */
export interface LabelExample {
  readonly text: string
  readonly labels: readonly string[]
}

/** One view of the message and a logistic regression for each label. */
export interface LabelHead {
  readonly view: View
  /** Penalty chosen by validation. */
  readonly l2: number
  readonly linear: LinearModel
}

/** How heads are joined: log-odds = Σ weightₖ · log-oddsₖ + bias, over all heads or the n-grams alone. */
export interface LabelPool {
  /** One weight a head, 0 for a head that is not asked. */
  readonly weights: readonly number[]
  readonly bias: number
  /** Probability from which on a label is given, one a label. */
  readonly thresholds: readonly number[]
}

/** Trained label heads, as plain data. */
export interface LabelModel {
  /** The encoder whose features they read; null: n-grams only. */
  readonly encoderId: string | null
  readonly seed: number
  /** Sorted. */
  readonly labels: readonly string[]
  /** A message has exactly one label: the likeliest, whatever the thresholds. */
  readonly isExclusive: boolean
  /** Whether every example had a label, so that every message is given one. */
  readonly isEveryMessageLabelled: boolean
  readonly heads: readonly LabelHead[]
  readonly pool: LabelPool
  /** For messages without an encoding. */
  readonly lexicalPool: LabelPool
}

/** What a message is labelled with. */
export interface LabelPrediction {
  /** Those over their thresholds, the likeliest first. */
  readonly labels: readonly string[]
  /** All labels, the likeliest first, with calibrated probabilities; they sum to 1 where labels exclude each other. */
  readonly ranking: readonly { readonly name: string; readonly probability: number; readonly threshold: number }[]
}

/** The examples or the features cannot be learnt from. */
export class LabelTrainingError extends Error {
  override readonly name = 'LabelTrainingError'
}

/** The heads were made for another encoder. */
export class LabelModelError extends Error {
  override readonly name = 'LabelModelError'
}
