import type { EncodeOptions, Encoder, Encoding, PooledStates, TextRange } from './encoder'

/** The most recently used encodings, bounded in bytes. */
export interface EncodingCache {
  get(key: string): Encoding | undefined
  set(key: string, encoding: Encoding): void
}

/** Roughly what an entry's objects take beside their numbers. */
const ENTRY_OVERHEAD_BYTES = 500
const TOKEN_OVERHEAD_BYTES = 150

export function createEncodingCache(maxBytes: number): EncodingCache {
  // A Map iterates in the order of insertion: what was used last is inserted anew, the first is the oldest.
  const entries = new Map<string, Encoding>()
  let bytes = 0
  const remove = (key: string): void => {
    const known = entries.get(key)
    if (known === undefined) return
    bytes -= entryBytes(key, known)
    entries.delete(key)
  }
  return {
    get: (key) => {
      const known = entries.get(key)
      if (known === undefined) return undefined
      entries.delete(key)
      entries.set(key, known)
      return known
    },
    set: (key, encoding) => {
      remove(key)
      const size = entryBytes(key, encoding)
      if (size > maxBytes) return
      entries.set(key, encoding)
      bytes += size
      for (const oldest of entries.keys()) {
        if (bytes <= maxBytes) break
        remove(oldest)
      }
    },
  }
}

function entryBytes(key: string, { tokens = [], parts = [], ...whole }: Encoding): number {
  const tokenBytes = tokens.reduce((sum, token) => sum + token.state.byteLength + TOKEN_OVERHEAD_BYTES, 0)
  const partBytes = parts.reduce(
    (sum, { states }) => sum + (states ? pooledBytes(states) : 0) + TOKEN_OVERHEAD_BYTES,
    0,
  )
  return 2 * key.length + pooledBytes(whole) + tokenBytes + partBytes + ENTRY_OVERHEAD_BYTES
}

const pooledBytes = ({ sentence, layers }: PooledStates): number =>
  layers.reduce((sum, layer) => sum + layer.byteLength, sentence.byteLength)

/** An encoder that computes no text twice while the cache remembers it. */
export function withEncodingCache(encoder: Encoder, cache: EncodingCache): Encoder {
  const underWay: UnderWay = new Map()
  return {
    id: encoder.id,
    hiddenSize: encoder.hiddenSize,
    pooledLayers: encoder.pooledLayers,
    maxTokens: encoder.maxTokens,
    encode: (texts, options) => encodeMissing({ encoder, cache, underWay }, texts, options),
    close: () => encoder.close(),
  }
}

/** What is being computed now, by what was asked for. */
type UnderWay = Map<string, Promise<Encoding>>

interface Caching {
  readonly encoder: Encoder
  readonly cache: EncodingCache
  readonly underWay: UnderWay
}

async function encodeMissing(
  { encoder, cache, underWay }: Caching,
  texts: readonly string[],
  options: EncodeOptions,
): Promise<Encoding[]> {
  const keyOf = (text: string): string => `${options.purpose}:${text}`
  const found = texts.map((text) => usable(cache.get(keyOf(text)), options, text))
  const missing = [...new Set(texts.filter((_, index) => found[index] === undefined))]
  if (missing.length === 0) return found.filter((encoding) => encoding !== undefined)
  const computed = await encodeOnce(encoder, underWay, missing, options)
  const fresh = new Map(missing.map((text, index) => [text, computed[index]!]))
  // One with the states of its tokens serves whoever asks for less, too: it stays.
  for (const [text, encoding] of fresh)
    if (encoding.tokens || !cache.get(keyOf(text))?.tokens) cache.set(keyOf(text), encoding)
  return texts.map((text, index) => found[index] ?? fresh.get(text)!)
}

/** In a flood of one text it is asked for again before the first answer is there: whoever asks likewise waits with the first. */
async function encodeOnce(
  encoder: Encoder,
  underWay: UnderWay,
  texts: readonly string[],
  options: EncodeOptions,
): Promise<Encoding[]> {
  // Who may give up shares with nobody: the others would lose it.
  if (options.signal) return encoder.encode(texts, options)
  const { purpose, priority, tokens, partsOf } = options
  const keys = texts.map((text) => JSON.stringify([purpose, priority, tokens, partsOf?.(text), text]))
  const own = texts.filter((_text, index) => !underWay.has(keys[index]!))
  const computing = own.length > 0 ? encoder.encode(own, options) : Promise.resolve([])
  const ownKeys = keys.filter((key) => !underWay.has(key))
  for (const [index, key] of ownKeys.entries())
    underWay.set(
      key,
      computing.then((computed) => computed[index]!),
    )
  try {
    return await Promise.all(keys.map((key) => underWay.get(key)!))
  } finally {
    for (const key of ownKeys) underWay.delete(key)
  }
}

function usable(
  encoding: Encoding | undefined,
  { tokens, partsOf }: EncodeOptions,
  text: string,
): Encoding | undefined {
  const lacksTokens = tokens && encoding?.tokens === undefined
  const lacksParts = partsOf && !isOfRanges(encoding?.parts ?? [], partsOf(text))
  return lacksTokens || lacksParts ? undefined : encoding
}

const isOfRanges = (parts: readonly TextRange[], ranges: readonly TextRange[]): boolean =>
  parts.length === ranges.length &&
  ranges.every(({ start, end }, index) => parts[index]?.start === start && parts[index]?.end === end)
