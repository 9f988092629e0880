import type { Attention } from './attention'
import type { EncodingPurpose, TextRange } from './encoder'
import type { PackedEncoding } from './packed-encoding'

/** What the server's process and the encoder's child process say to each other. */
export type ToEncoderChild =
  | { readonly type: 'open'; readonly modelPath: string; readonly cacheDirectory?: string }
  | EncodeRequest
  | AttendRequest
  | { readonly type: 'abort'; readonly requestId: number }

export interface EncodeRequest {
  readonly type: 'encode'
  readonly requestId: number
  readonly texts: readonly string[]
  readonly purpose: EncodingPurpose
  readonly priority: 'interactive' | 'background'
  readonly tokens: boolean
  /** Of each text, in the order of the texts. */
  readonly parts?: readonly (readonly TextRange[])[] | undefined
}

export interface AttendRequest {
  readonly type: 'attend'
  readonly requestId: number
  readonly text: string
  readonly layer: number
}

/** What the child is asked for, and what it answers. */
export type ChildRequest = EncodeRequest | AttendRequest
export type ChildResult = readonly PackedEncoding[] | Attention

export interface EncoderDescription {
  readonly id: string
  readonly hiddenSize: number
  readonly pooledLayers: readonly number[]
  readonly maxTokens: number
}

export type FromEncoderChild =
  | ({ readonly type: 'ready' } & EncoderDescription)
  | { readonly type: 'unusable'; readonly reason: string }
  /** A batch was computed: long work goes on. */
  | { readonly type: 'progress' }
  | { readonly type: 'encoded'; readonly requestId: number; readonly encodings: readonly PackedEncoding[] }
  | { readonly type: 'attended'; readonly requestId: number; readonly attention: Attention }
  | { readonly type: 'failed'; readonly requestId: number; readonly reason: string }
