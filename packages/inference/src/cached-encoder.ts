import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { EncodeOptions, Encoder, Encoding } from './encoder'
import { FeatureSegment, featureKey, shapeOf } from './feature-segment'

/** Written in pieces of this many texts, so that a run that is stopped keeps what it has computed. */
const TEXTS_A_PIECE = 64
const EXTENSION = '.features'

/**
 * An encoder whose results are kept on disk across runs, for evaluation and training: 7.7 KB a text. Requests for
 * token states or parts go past the cache. Several processes may share the directory.
 */
export async function openCachedEncoder(encoder: Encoder, cacheDirectory: string): Promise<Encoder> {
  const directory = join(cacheDirectory, directoryName(encoder))
  const store = await openStore(encoder, directory)
  return {
    id: encoder.id,
    hiddenSize: encoder.hiddenSize,
    pooledLayers: encoder.pooledLayers,
    maxTokens: encoder.maxTokens,
    encode: (texts, options) =>
      options.tokens || options.partsOf
        ? encoder.encode(texts, options)
        : encodeThrough(encoder, store, texts, options),
    close: async () => {
      await store.close()
      await encoder.close()
    },
  }
}

/** Features of different encoders never meet: the id's hash, with a readable beginning. */
function directoryName({ id }: Encoder): string {
  const hash = createHash('sha256').update(id).digest('hex').slice(0, 12)
  return `${id.replaceAll(/[^\w.-]+/g, '-').slice(0, 60)}-${hash}`
}

interface FeatureStore {
  has(key: string): boolean
  read(key: string): Promise<Encoding | undefined>
  append(entries: readonly (readonly [string, Encoding])[]): Promise<void>
  close(): Promise<void>
}

async function openStore(encoder: Encoder, directory: string): Promise<FeatureStore> {
  await mkdir(directory, { recursive: true })
  const shape = shapeOf(encoder)
  const names = (await readdir(directory)).filter((name) => name.endsWith(EXTENSION))
  const segments = await Promise.all(names.map((name) => FeatureSegment.open(join(directory, name), shape)))
  let own: Promise<FeatureSegment> | undefined
  const openOwn = async (): Promise<FeatureSegment> => {
    const segment = await FeatureSegment.open(join(directory, randomUUID() + EXTENSION), shape, true)
    segments.push(segment)
    return segment
  }
  return {
    has: (key) => segments.some((segment) => segment.has(key)),
    read: async (key) => segments.find((segment) => segment.has(key))?.read(key),
    append: async (entries) => {
      own ??= openOwn()
      await (await own).append(entries)
    },
    close: async () => {
      await own
      await Promise.all(segments.map((segment) => segment.close()))
    },
  }
}

async function encodeThrough(
  encoder: Encoder,
  store: FeatureStore,
  texts: readonly string[],
  options: EncodeOptions,
): Promise<Encoding[]> {
  const keys = texts.map((text) => featureKey(options.purpose, text))
  const missing = new Map(texts.map((text, index) => [keys[index]!, text] as const).filter(([key]) => !store.has(key)))
  await computeMissing(encoder, store, [...missing], options)
  return Promise.all(keys.map((key) => readKnown(store, key)))
}

async function computeMissing(
  encoder: Encoder,
  store: FeatureStore,
  missing: readonly (readonly [string, string])[],
  options: EncodeOptions,
): Promise<void> {
  // Texts of one length in one piece: batches of equals carry no padding.
  const sorted = missing.toSorted(([, a], [, b]) => a.length - b.length)
  for (let start = 0; start < sorted.length; start += TEXTS_A_PIECE) {
    const piece = sorted.slice(start, start + TEXTS_A_PIECE)
    const texts = piece.map(([, text]) => text)
    const encodings = await encoder.encode(texts, options)
    await store.append(piece.map(([key], index) => [key, encodings[index]!]))
  }
}

async function readKnown(store: FeatureStore, key: string): Promise<Encoding> {
  const encoding = await store.read(key)
  if (encoding === undefined) throw new Error(`the feature cache lost ${key}`)
  return encoding
}
