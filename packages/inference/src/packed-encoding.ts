import type { Encoding, PooledStates, TextRange, TokenState } from './encoder'

/**
 * An encoding as it travels from process to process: dozens of small arrays cost more to write, read and sweep up than what
 * is in them, so all numbers lie in one.
 */
export interface PackedEncoding {
  /** Vectors of `hiddenSize` numbers end to end: the layers and the sentence, those of each part that was read, the tokens' states. */
  readonly numbers: Float32Array
  readonly hiddenSize: number
  readonly layers: number
  readonly tokenCount: number
  readonly isTruncated: boolean
  readonly parts?: readonly (TextRange & { readonly isRead: boolean })[]
  /** A list a field: an object a token takes as long to write and read as its numbers. */
  readonly tokens?: {
    readonly starts: readonly number[]
    readonly ends: readonly number[]
    readonly pieces: readonly string[]
  }
}

export function packEncoding({ tokens, parts, tokenCount, isTruncated, ...whole }: Encoding): PackedEncoding {
  const vectors = [
    ...vectorsOf(whole),
    ...(parts ?? []).flatMap(({ states }) => (states ? vectorsOf(states) : [])),
    ...(tokens ?? []).map(({ state }) => state),
  ]
  const hiddenSize = whole.sentence.length
  const numbers = new Float32Array(vectors.length * hiddenSize)
  vectors.forEach((vector, index) => {
    numbers.set(vector, index * hiddenSize)
  })
  return {
    ...{ numbers, hiddenSize, layers: whole.layers.length, tokenCount, isTruncated },
    ...(parts && { parts: parts.map(({ start, end, states }) => ({ start, end, isRead: states !== null })) }),
    ...(tokens && {
      tokens: {
        starts: tokens.map(({ start }) => start),
        ends: tokens.map(({ end }) => end),
        pieces: tokens.map(({ piece }) => piece),
      },
    }),
  }
}

/** Its vectors are views on one array of its own. */
export function unpackEncoding({ parts, tokens, tokenCount, isTruncated, ...packed }: PackedEncoding): Encoding {
  const numbers = onItsOwn(packed.numbers)
  let place = 0
  const next = (): Float32Array => {
    place += packed.hiddenSize
    return numbers.subarray(place - packed.hiddenSize, place)
  }
  const states = (): PooledStates => ({
    layers: Array.from({ length: packed.layers }, next),
    sentence: next(),
  })
  return {
    ...{ ...states(), tokenCount, isTruncated },
    ...(parts && { parts: parts.map(({ start, end, isRead }) => ({ start, end, states: isRead ? states() : null })) }),
    ...(tokens && { tokens: tokenStates(tokens, next) }),
  }
}

/** What came in one piece with others would keep all of them. */
const onItsOwn = (numbers: Float32Array): Float32Array =>
  numbers.byteLength === numbers.buffer.byteLength ? numbers : numbers.slice()

const tokenStates = (
  { starts, ends, pieces }: NonNullable<PackedEncoding['tokens']>,
  next: () => Float32Array,
): TokenState[] =>
  pieces.map((piece, index) => ({
    ...{ start: starts[index] as number, end: ends[index] as number },
    ...{ piece, state: next() },
  }))

const vectorsOf = ({ layers, sentence }: PooledStates): Float32Array[] => [...layers, sentence]
