/** What each token looks at in one layer, by head. */
export interface Attention {
  readonly layer: number
  readonly layerCount: number
  readonly headCount: number
  readonly tokens: readonly AttendingToken[]
  /** One matrix a head, row by row: row i is what token i looks at, and sums to 1. */
  readonly heads: readonly Float32Array[]
  /** Only the beginning was read. */
  readonly isTruncated: boolean
}

export interface AttendingToken {
  /** Vocabulary piece, `▁` for a space before it. */
  readonly piece: string
  /** Put around the text by the encoder: a special token or the prefix. */
  readonly isFrame: boolean
}

export interface AttendOptions {
  /** From 1; beyond the last one the last. */
  readonly layer: number
  readonly signal?: AbortSignal
}

/** Tells what a text's tokens attend to, read as a query. It is for looking at, one text at a time, and costs nothing else. */
export interface AttentionSource {
  attend(text: string, options: AttendOptions): Promise<Attention>
}

/**
 * Attention of one layer (Vaswani et al. 2017): softmax over q·k / √d for each head.
 *
 * @param queries, keys [tokens, heads × d].
 */
export function attentionWeights(
  queries: Float32Array,
  keys: Float32Array,
  tokens: number,
  headCount: number,
): Float32Array[] {
  const width = queries.length / tokens
  const size = width / headCount
  return Array.from({ length: headCount }, (_unused, head) => {
    const weights = new Float32Array(tokens * tokens)
    for (let row = 0; row < tokens; row++) {
      for (let column = 0; column < tokens; column++) {
        let product = 0
        for (let place = head * size; place < (head + 1) * size; place++)
          product += queries[row * width + place]! * keys[column * width + place]!
        weights[row * tokens + column] = product / Math.sqrt(size)
      }
      softmax(weights.subarray(row * tokens, (row + 1) * tokens))
    }
    return weights
  })
}

function softmax(row: Float32Array): void {
  const greatest = row.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  let sum = 0
  row.forEach((value, place) => {
    const raised = Math.exp(value - greatest)
    row[place] = raised
    sum += raised
  })
  row.forEach((value, place) => {
    row[place] = value / sum
  })
}
