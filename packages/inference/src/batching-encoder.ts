import { type BatchJob, BatchQueue, type TextStates } from './batch-queue'
import type { EncodeOptions, Encoder, Encoding, EncodingPurpose, TokenState } from './encoder'
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
  const jobs = tokenised.map(({ ids }, index) => toJob(prefixed[index]!, ids, options))
  const states = await queue.addAll(jobs, options.signal)
  return states.map((state, index) => toEncoding(parts, tokenised[index]!, state, options))
}

function toJob(key: string, ids: Int32Array, options: EncodeOptions): BatchJob {
  return {
    key,
    ids,
    tokenCount: ids.length,
    wantsTokens: options.tokens ?? false,
    priority: options.priority ?? 'interactive',
    queuedAtMs: performance.now(),
  }
}

function toEncoding(
  parts: BatchingEncoderParts,
  text: TokenisedText,
  states: TextStates,
  options: EncodeOptions,
): Encoding {
  const { hiddenSize } = parts.session
  // Copies: views would keep, and send to another process, the whole buffer that they look at.
  const layers = POOLED_LAYERS.map((_, index) => states.pooled.slice(index * hiddenSize, (index + 1) * hiddenSize))
  const encoding = {
    sentence: unitVector(layers.at(-1)!),
    layers,
    tokenCount: text.ids.length,
    isTruncated: text.isTruncated,
  }
  if (!options.tokens || states.tokens === undefined) return encoding
  const prefixLength = PREFIXES[options.purpose].length
  return { ...encoding, tokens: tokenStates(parts, text, states.tokens, prefixLength) }
}

function unitVector(vector: Float32Array): Float32Array {
  const norm = Math.hypot(...vector)
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
      state: states.slice(index * session.hiddenSize, (index + 1) * session.hiddenSize),
    })
  }
  return tokens
}
