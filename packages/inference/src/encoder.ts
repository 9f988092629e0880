/**
 * The text encoder: one transformer pass that many light heads read.
 *
 * Vectors are 32-bit floats. `sentence` is the L2-normalised mean of the last layer over real tokens
 * (multilingual-e5, Wang et al. 2024), `layers` are plain means of several layers for classifiers.
 */
export type EncodingPurpose = 'query' | 'passage'

export interface EncodeOptions {
  /** Questions and messages are queries, stored text is a passage: the model was trained with these two prefixes. */
  readonly purpose: EncodingPurpose
  /** `interactive` requests are computed before `background` ones. Default `interactive`. */
  readonly priority?: 'interactive' | 'background'
  /** Also return the state of every token (needed to tag spans). Default false. */
  readonly tokens?: boolean
  /** The parts of a text that are also read on their own, in its context; see `Encoding.parts`. Default none. */
  readonly partsOf?: (text: string) => readonly TextRange[]
  readonly signal?: AbortSignal
}

/** UTF-16 offsets. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** Its offsets are those in the text given, the prefix excluded. */
export interface TokenState extends TextRange {
  /** Vocabulary piece, for display. */
  readonly piece: string
  /** Hidden state of the last layer, `hiddenSize` numbers. */
  readonly state: Float32Array
}

/** One text, or part of one, in numbers. */
export interface PooledStates {
  /** Unit vector of `hiddenSize` numbers. */
  readonly sentence: Float32Array
  /** Mean-pooled hidden states of the layers in `Encoder.pooledLayers`, in that order, each of `hiddenSize` numbers. */
  readonly layers: readonly Float32Array[]
}

/**
 * A part of a text as read in its context: means over its tokens and those that stand around every text. Null where the
 * encoder read nothing of it.
 */
export interface PartEncoding extends TextRange {
  readonly states: PooledStates | null
}

export interface Encoding extends PooledStates {
  /** Tokens read, specials and prefix included; at most `maxTokens`. */
  readonly tokenCount: number
  readonly isTruncated: boolean
  /** Present when asked for. */
  readonly tokens?: readonly TokenState[]
  /** Present when asked for, in the order asked. */
  readonly parts?: readonly PartEncoding[]
}

export interface Encoder {
  /** Names model and graph version: features made by encoders with different ids must not be mixed. */
  readonly id: string
  readonly hiddenSize: number
  readonly pooledLayers: readonly number[]
  readonly maxTokens: number
  /** One encoding a text, in order. Rejects with `EncoderUnavailableError` when it cannot be computed. */
  encode(texts: readonly string[], options: EncodeOptions): Promise<Encoding[]>
  close(): Promise<void>
}

export class EncoderUnavailableError extends Error {
  override readonly name = 'EncoderUnavailableError'
}
