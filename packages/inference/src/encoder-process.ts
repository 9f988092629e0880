import type { AttentionSource } from './attention'
import type { EncodeOptions, Encoder, Encoding } from './encoder'
import { EncoderClient, type EncoderClientOptions } from './encoder-client'
import type { EncoderDescription } from './encoder-wire'
import { createEncodingCache, withEncodingCache } from './encoding-cache'

export interface EncoderProcessOptions extends EncoderClientOptions {
  /** The bundled `encoder-child.ts`. */
  readonly entryPath: string
  /** The weights that `ensureModel` found and verified. */
  readonly modelPath: string
  /** Where the ONNX form is built and kept. Default: beside the weights. */
  readonly cacheDirectory?: string
  /** Bound of the content cache in this process. Default 64 MiB; 0 keeps nothing. */
  readonly cacheBytes?: number
}

export interface EncoderProcess extends Encoder, AttentionSource {
  /** Of the child that runs now. */
  readonly pid: number | undefined
  /** False while a child starts: requests wait, or fail at once when the last start failed. */
  readonly isReady: boolean
}

const DEFAULT_CACHE_BYTES = 64 * 1024 * 1024
/** Answers come in pieces that are decoded within a millisecond or two, so that no event-loop turn is long. */
const TEXTS_A_REQUEST = 32
const TOKEN_TEXTS_A_REQUEST = 4
/** Background work is handed over little by little: the child tokenises what it is given at once. */
const BACKGROUND_REQUESTS_AT_ONCE = 4
const INTERACTIVE_REQUESTS_AT_ONCE = 8

/**
 * The encoder in a child process. A child that dies is started anew and its requests are sent again, once.
 * Results may come from the cache and are shared: treat them as read-only.
 *
 * @throws EncoderUnavailableError when the first child cannot open the model; no child is left then.
 */
export async function startEncoderProcess(options: EncoderProcessOptions): Promise<EncoderProcess> {
  const { client, description } = await openClient(options)
  const direct: Encoder = {
    ...description,
    encode: (texts, encodeOptions) => encodeInPieces(client, texts, encodeOptions),
    close: () => client.close(),
  }
  const cached = withEncodingCache(direct, createEncodingCache(options.cacheBytes ?? DEFAULT_CACHE_BYTES))
  return {
    ...cached,
    attend: (text, attendOptions) => client.attend(text, attendOptions),
    get pid() {
      return client.pid
    },
    get isReady() {
      return client.isReady
    },
  }
}

async function openClient(
  options: EncoderProcessOptions,
): Promise<{ client: EncoderClient; description: EncoderDescription }> {
  return new Promise((resolve, reject) => {
    const client = new EncoderClient(options, (outcome) => {
      if (outcome instanceof Error) client.close().then(() => reject(outcome), reject)
      else resolve({ client, description: outcome })
    })
  })
}

async function encodeInPieces(
  client: EncoderClient,
  texts: readonly string[],
  options: EncodeOptions,
): Promise<Encoding[]> {
  const size = options.tokens ? TOKEN_TEXTS_A_REQUEST : TEXTS_A_REQUEST
  const atOnce = options.priority === 'background' ? BACKGROUND_REQUESTS_AT_ONCE : INTERACTIVE_REQUESTS_AT_ONCE
  const pieces = Array.from({ length: Math.ceil(texts.length / size) }, (_, index) =>
    texts.slice(index * size, (index + 1) * size),
  )
  const encodings = await mapAtOnce(pieces, atOnce, (piece) => client.encode(piece, options))
  return encodings.flat()
}

/** Maps in order with so many calls under way. */
async function mapAtOnce<In, Out>(
  items: readonly In[],
  atOnce: number,
  map: (item: In) => Promise<Out>,
): Promise<Out[]> {
  const results: Out[] = []
  const entries = items.entries()
  const work = async (): Promise<void> => {
    for (const [index, item] of entries) results[index] = await map(item)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work))
  return results
}
