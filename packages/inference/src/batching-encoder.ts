import { type BatchJob, BatchQueue, type TextStates } from './batch-queue'
import type {
  EncodeOptions,
  Encoder,
  Encoding,
  EncodingPurpose,
  PartEncoding,
  PooledStates,
  TextRange,
  TokenState,
} from './encoder'
import { POOLED_LAYERS } from './encoder-graph'
import type { EncoderSession } from './encoder-session'
import { type BatchLimits, DEFAULT_LIMITS } from './plan-batch'
import type { TokenisedText, Tokenizer } from './unigram-tokenizer'

export interface BatchingEncoderParts {
  readonly id: string
  readonly maxTokens: number
  readonly tokenizer: Tokenizer
  readonly session: EncoderSession
  readonly limits?: BatchLimits
}

/** The two prefixes that multilingual-e5 was trained with (Wang et al. 2024). */
const PREFIXES: Readonly<Record<EncodingPurpose, string>> = { query: 'query: ', passage: 'passage: ' }

/** An `Encoder` over a session: tokenises, queues, and computes one micro-batch after the other. */
export function createBatchingEncoder(parts: BatchingEncoderParts): Encoder {
  const queue = new BatchQueue(parts.session, parts.limits ?? DEFAULT_LIMITS)
  return {
    id: parts.id,
    hiddenSize: parts.session.hiddenSize,
    pooledLayers: POOLED_LAYERS,
    maxTokens: parts.maxTokens,
    encode: (texts, options) => encodeTexts(parts, queue, texts, options),
    close: () => queue.close(),
  }
}

async function encodeTexts(
  parts: BatchingEncoderParts,
  queue: BatchQueue,
  texts: readonly string[],
  options: EncodeOptions,
): Promise<Encoding[]> {
  options.signal?.throwIfAborted()
  const prefixed = texts.map((text) => PREFIXES[options.purpose] + text)
  const tokenised = prefixed.map((text) => parts.tokenizer.tokenise(text, parts.maxTokens))
  const ranges = texts.map((text) => options.partsOf?.(text) ?? [])
  const jobs = tokenised.map((text, index) => toJob(prefixed[index]!, text, ranges[index]!, options))
  const states = await queue.addAll(jobs, options.signal)
  return states.map((state, index) => toEncoding(parts, tokenised[index]!, state, ranges[index]!, options))
}

function toJob(text: string, tokenised: TokenisedText, ranges: readonly TextRange[], options: EncodeOptions): BatchJob {
  const prefixLength = PREFIXES[options.purpose].length
  return {
    key: ranges.length === 0 ? text : JSON.stringify([text, ranges]),
    row: { ids: tokenised.ids, parts: ranges.map((range) => placesOf(tokenised, range, prefixLength)) },
    tokenCount: tokenised.ids.length,
    wantsTokens: options.tokens ?? false,
    priority: options.priority ?? 'interactive',
    queuedAtMs: performance.now(),
  }
}

function toEncoding(
  parts: BatchingEncoderParts,
  text: TokenisedText,
  states: TextStates,
  ranges: readonly TextRange[],
  options: EncodeOptions,
): Encoding {
  const { hiddenSize } = parts.session
  const [whole, ...means] = states.pooled
  const prefixLength = PREFIXES[options.purpose].length
  const encoding = {
    ...toPooledStates(whole!, hiddenSize),
    tokenCount: text.ids.length,
    isTruncated: text.isTruncated,
    ...(options.partsOf && { parts: means.map((mean, index) => toPart(mean, ranges[index]!, hiddenSize)) }),
  }
  if (!options.tokens || states.tokens === undefined) return encoding
  return { ...encoding, tokens: tokenStates(parts, text, states.tokens, prefixLength) }
}

/** A mean over no token at all is nothing but zeros. */
const toPart = (mean: Float32Array, { start, end }: TextRange, hiddenSize: number): PartEncoding => ({
  ...{ start, end },
  states: mean.some((value) => value !== 0) ? toPooledStates(mean, hiddenSize) : null,
})

function toPooledStates(mean: Float32Array, hiddenSize: number): PooledStates {
  const layers = POOLED_LAYERS.map((_, index) => mean.subarray(index * hiddenSize, (index + 1) * hiddenSize))
  return { sentence: unitVector(layers.at(-1)!), layers }
}

/**
 * Places of the tokens that stand for a part: its own, and what stands around every text (special tokens, the prefix),
 * as in the mean of a text that is nothing but this part. None where it has no token of its own.
 */
function placesOf(
  { ids, starts, ends }: TokenisedText,
  { start, end }: TextRange,
  prefixLength: number,
): readonly number[] {
  const places = Array.from(ids.keys())
  const isFrame = (place: number) => place === 0 || place === ids.length - 1 || ends[place]! <= prefixLength
  const isOwn = (place: number) =>
    !isFrame(place) && starts[place]! < end + prefixLength && ends[place]! > start + prefixLength
  return places.some(isOwn) ? places.filter((place) => isFrame(place) || isOwn(place)) : []
}

function unitVector(vector: Float32Array): Float32Array {
  const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
  return norm === 0 ? vector.slice() : vector.map((value) => value / norm)
}

/** The tokens of the text itself: neither special tokens nor the prefix. */
function tokenStates(
  { session, tokenizer }: BatchingEncoderParts,
  { ids, starts, ends }: TokenisedText,
  states: Float32Array,
  prefixLength: number,
): TokenState[] {
  const tokens: TokenState[] = []
  for (let index = 1; index < ids.length - 1; index++) {
    const end = ends[index]! - prefixLength
    if (end <= 0) continue
    tokens.push({
      start: Math.max(0, starts[index]! - prefixLength),
      end,
      piece: tokenizer.piece(ids[index]!),
      state: states.subarray(index * session.hiddenSize, (index + 1) * session.hiddenSize),
    })
  }
  return tokens
}
