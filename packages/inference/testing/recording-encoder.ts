import type { EncodeOptions, Encoder, Encoding } from '../src/encoder'

export interface RecordingEncoder extends Encoder {
  /** What was computed, as `purpose:text`, in order. */
  readonly computed: string[]
}

const HIDDEN_SIZE = 4
const LAYERS = [6, 12]

/** An encoder whose numbers follow from the text alone: it shows what a cache in front of it lets through. */
export function recordingEncoder(id = 'recording/1'): RecordingEncoder {
  const computed: string[] = []
  return {
    id,
    hiddenSize: HIDDEN_SIZE,
    pooledLayers: LAYERS,
    maxTokens: 512,
    computed,
    encode: async (texts, options) => {
      computed.push(...texts.map((text) => `${options.purpose}:${text}`))
      return texts.map((text) => encodingOf(text, options))
    },
    close: async () => {},
  }
}

function encodingOf(text: string, options: EncodeOptions): Encoding {
  const vector = (salt: number): Float32Array =>
    Float32Array.from({ length: HIDDEN_SIZE }, (_, index) => text.length + salt * 10 + index + text.charCodeAt(0) / 256)
  return {
    sentence: vector(0),
    layers: LAYERS.map((layer) => vector(layer)),
    tokenCount: text.length + 2,
    isTruncated: text.length > 10,
    ...(options.partsOf && {
      parts: options.partsOf(text).map((part) => ({ ...part, states: { sentence: vector(part.end), layers: [] } })),
    }),
    ...(options.tokens && { tokens: [{ start: 0, end: text.length, piece: text, state: vector(12) }] }),
  }
}
