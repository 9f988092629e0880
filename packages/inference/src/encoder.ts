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
  readonly signal?: AbortSignal
}

export interface TokenState {
  /** UTF-16 offsets into the text given, the prefix excluded. */
  readonly start: number
  readonly end: number
  /** Vocabulary piece, for display. */
  readonly piece: string
  /** Hidden state of the last layer, `hiddenSize` numbers. */
  readonly state: Float32Array
}

export interface Encoding {
  /** Unit vector of `hiddenSize` numbers. */
  readonly sentence: Float32Array
  /** Mean-pooled hidden states of the layers in `Encoder.pooledLayers`, in that order, each of `hiddenSize` numbers. */
  readonly layers: readonly Float32Array[]
  /** Tokens read, specials and prefix included; at most `maxTokens`. */
  readonly tokenCount: number
  readonly isTruncated: boolean
  /** Present when asked for. */
  readonly tokens?: readonly TokenState[]
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
