import type { Encoder, Encoding } from '@parley/inference'
import type { LibraryStart, Refusal, TextsToEncode } from './library-wire'
import { asError } from './refusal'

type EncodeOptions = Parameters<Encoder['encode']>[1]

interface Pending {
  readonly count: number
  resolve(encodings: Encoding[]): void
  reject(error: Error): void
}

/** The server's encoder as the library's thread sees it: sentence vectors by messages, no layers and no tokens. */
export class RelayedEncoder implements Encoder {
  readonly id: string
  readonly hiddenSize: number
  readonly maxTokens: number
  readonly pooledLayers: readonly number[] = []
  private readonly pending = new Map<number, Pending>()
  private lastId = 0

  constructor(
    { id, hiddenSize, maxTokens }: NonNullable<LibraryStart['encoder']>,
    private readonly send: (encodeId: number, texts: TextsToEncode) => void,
  ) {
    this.id = id
    this.hiddenSize = hiddenSize
    this.maxTokens = maxTokens
  }

  encode(texts: readonly string[], { purpose, priority = 'interactive', tokens }: EncodeOptions): Promise<Encoding[]> {
    if (tokens) throw new TypeError('token states are not relayed')
    const encodeId = ++this.lastId
    return new Promise((resolve, reject) => {
      this.pending.set(encodeId, { count: texts.length, resolve, reject })
      this.send(encodeId, { texts, purpose, priority })
    })
  }

  settle(encodeId: number, vectors: Float32Array): void {
    const pending = this.pending.get(encodeId)
    this.pending.delete(encodeId)
    pending?.resolve(Array.from({ length: pending.count }, (_, at) => this.encodingAt(vectors, at)))
  }

  refuse(encodeId: number, refusal: Refusal): void {
    this.pending.get(encodeId)?.reject(asError(refusal))
    this.pending.delete(encodeId)
  }

  /** The encoder belongs to the server. */
  async close(): Promise<void> {}

  private encodingAt(vectors: Float32Array, at: number): Encoding {
    const sentence = vectors.subarray(at * this.hiddenSize, (at + 1) * this.hiddenSize)
    return { sentence, layers: [], tokenCount: 0, isTruncated: false }
  }
}

/** What the server sends back: the sentence vectors alone, in one piece that changes threads without being copied. */
export function joinSentences(encodings: readonly Encoding[], hiddenSize: number): Float32Array<ArrayBuffer> {
  const vectors = new Float32Array(encodings.length * hiddenSize)
  for (const [at, { sentence }] of encodings.entries()) vectors.set(sentence, at * hiddenSize)
  return vectors
}
