import type { Matrix } from '@parley/inference'

/** A piece of a text that means something of a type; UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly type: string
}

/** A message with its spans. */
export interface SpanExample {
  readonly text: string
  readonly spans: readonly Span[]
  /** What is known of the whole message, its intent for example: spans of one intent seldom occur in another. */
  readonly topic?: string | undefined
}

/** A span that was found. */
export interface FoundSpan extends Span {
  /** The least probability, over the span's units, of the tag that the unit was given. */
  readonly confidence: number
}

/** How a unit's dense vector is made; learnt from the training texts without their spans. */
export interface DenseView {
  readonly mean: Float32Array
  readonly scale: Float32Array
  /** [hidden, narrow]: what of a neighbour's state is looked at. */
  readonly neighbourAxes: Matrix
}

/** A trained tagger, as plain data. */
export interface SpanModel {
  /** The encoder whose token states it reads; null: lexical features only. */
  readonly encoderId: string | null
  readonly seed: number
  /** Span types, sorted; tags are O, then B and I of each. */
  readonly types: readonly string[]
  /** Null without an encoder. */
  readonly denseView: DenseView | null
  /** Column of each lexical feature. */
  readonly vocabulary: ReadonlyMap<string, number>
  /** Phrases of the training spans, folded, with the types they had. */
  readonly gazetteer: ReadonlyMap<string, readonly string[]>
  readonly l2: number
  readonly weights: CrfWeights
}

/** Weights of a linear-chain conditional random field (Lafferty et al. 2001). */
export interface CrfWeights {
  /** [dense columns, tags] */
  readonly dense: Float32Array
  /** [lexical features, tags] */
  readonly lexical: Float32Array
  /** [from, to] */
  readonly transitions: Float32Array
  /** Of the first tag. */
  readonly starts: Float32Array
}

/** The examples or the features cannot be learnt from. */
export class SpanTrainingError extends Error {
  override readonly name = 'SpanTrainingError'
}

/** The model reads features of another encoder. */
export class SpanModelError extends Error {
  override readonly name = 'SpanModelError'
}
