import {
  type EncodeOptions,
  type Encoder,
  EncoderUnavailableError,
  type Encoding,
  type EncodingPurpose,
  type TokenState,
} from './encoder'
import { POOLED_LAYERS } from './encoder-graph'
import type { EncoderSession } from './encoder-session'
import { type BatchLimits, DEFAULT_LIMITS, planBatch, type WaitingText } from './plan-batch'
import type { TokenisedText, Tokenizer } from './unigram-tokenizer'

export interface BatchingEncoderParts {
  readonly id: string
  readonly maxTokens: number
  readonly tokenizer: Tokenizer
  readonly session: EncoderSession
  readonly limits?: BatchLimits
}

interface Job extends WaitingText {
  readonly tokenised: TokenisedText
  readonly prefixLength: number
  readonly wantsTokens: boolean
  settle(result: Encoding | Error): void
}

/** The two prefixes that multilingual-e5 was trained with (Wang et al. 2024). */
const PREFIXES: Readonly<Record<EncodingPurpose, string>> = { query: 'query: ', passage: 'passage: ' }

/** An `Encoder` over a session: tokenises, queues, and computes one micro-batch after the other. */
export function createBatchingEncoder(parts: BatchingEncoderParts): Encoder {
  const queue = new BatchQueue(parts.session, parts.tokenizer, parts.limits ?? DEFAULT_LIMITS)
  return {
    id: parts.id,
    hiddenSize: parts.session.hiddenSize,
    pooledLayers: POOLED_LAYERS,
    maxTokens: parts.maxTokens,
    encode: async (texts, options) => {
      options.signal?.throwIfAborted()
      return Promise.all(texts.map((text) => queue.add(tokeniseJob(parts, text, options), options.signal)))
    },
    close: () => queue.close(),
  }
}

type JobDescription = Omit<Job, 'settle'>

function tokeniseJob(parts: BatchingEncoderParts, text: string, options: EncodeOptions): JobDescription {
  const prefix = PREFIXES[options.purpose]
  const tokenised = parts.tokenizer.tokenise(prefix + text, parts.maxTokens)
  return {
    key: prefix + text,
    tokenised,
    tokenCount: tokenised.ids.length,
    prefixLength: prefix.length,
    wantsTokens: options.tokens ?? false,
    priority: options.priority ?? 'interactive',
    queuedAtMs: performance.now(),
  }
}

class BatchQueue {
  private waiting: Job[] = []
  private running: Promise<void> | undefined
  private isClosed = false

  constructor(
    private readonly session: EncoderSession,
    private readonly tokenizer: Tokenizer,
    private readonly limits: BatchLimits,
  ) {}

  add(description: JobDescription, signal: AbortSignal | undefined): Promise<Encoding> {
    if (this.isClosed) return Promise.reject(new EncoderUnavailableError('the encoder is closed'))
    return new Promise((resolve, reject) => {
      const job: Job = {
        ...description,
        settle: (result) => {
          signal?.removeEventListener('abort', abort)
          if (result instanceof Error) reject(result)
          else resolve(result)
        },
      }
      const abort = (): void => {
        this.waiting = this.waiting.filter((other) => other !== job)
        job.settle(abortReason(signal))
      }
      signal?.addEventListener('abort', abort, { once: true })
      this.waiting.push(job)
      this.running ??= this.work()
    })
  }

  async close(): Promise<void> {
    if (this.isClosed) return
    this.isClosed = true
    const left = this.waiting
    this.waiting = []
    for (const job of left) job.settle(new EncoderUnavailableError('the encoder is closed'))
    await this.running
    await this.session.close()
  }

  private async work(): Promise<void> {
    while (true) {
      // A turn of the event loop first: what arrives together is computed together.
      await new Promise(setImmediate)
      const batch = planBatch(this.waiting, this.limits, performance.now())
      if (batch.length === 0) break
      const chosen = new Set(batch)
      this.waiting = this.waiting.filter((job) => !chosen.has(job))
      await this.compute(batch)
    }
    this.running = undefined
  }

  private async compute(batch: readonly Job[]): Promise<void> {
    const rows = new Map(batch.map((job) => [job.key, job.tokenised.ids]))
    const order = new Map([...rows.keys()].map((key, index) => [key, index]))
    const wantsTokens = batch.some((job) => job.wantsTokens)
    try {
      const states = await this.session.run([...rows.values()], wantsTokens)
      for (const job of batch) {
        const row = order.get(job.key)!
        job.settle(this.toEncoding(job, states.pooled[row]!, states.tokens?.[row]))
      }
    } catch (cause) {
      const failure = new EncoderUnavailableError('the encoder could not compute a batch', { cause })
      for (const job of batch) job.settle(failure)
    }
  }

  private toEncoding(job: Job, pooled: Float32Array, states: Float32Array | undefined): Encoding {
    const { hiddenSize } = this.session
    const layers = POOLED_LAYERS.map((_, index) => pooled.slice(index * hiddenSize, (index + 1) * hiddenSize))
    const encoding = {
      sentence: unitVector(layers.at(-1)!),
      layers,
      tokenCount: job.tokenCount,
      isTruncated: job.tokenised.isTruncated,
    }
    if (!job.wantsTokens || states === undefined) return encoding
    return { ...encoding, tokens: tokenStates(job, states, hiddenSize, this.tokenizer) }
  }
}

function abortReason(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason
  return reason instanceof Error ? reason : new Error('aborted', { cause: reason })
}

function unitVector(vector: Float32Array): Float32Array {
  const norm = Math.hypot(...vector)
  return norm === 0 ? vector.slice() : vector.map((value) => value / norm)
}

/** The tokens of the text itself: neither special tokens nor the prefix. */
function tokenStates(job: Job, states: Float32Array, hiddenSize: number, tokenizer: Tokenizer): TokenState[] {
  const { ids, starts, ends } = job.tokenised
  const tokens: TokenState[] = []
  for (let index = 1; index < ids.length - 1; index++) {
    const end = ends[index]! - job.prefixLength
    if (end <= 0) continue
    tokens.push({
      start: Math.max(0, starts[index]! - job.prefixLength),
      end,
      piece: tokenizer.piece(ids[index]!),
      state: states.slice(index * hiddenSize, (index + 1) * hiddenSize),
    })
  }
  return tokens
}
