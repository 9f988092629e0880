import type { Encoder, Encoding, MatrixProduct } from '@parley/inference'
import { createRandom, shuffle } from '../numeric/random'
import { type CrfData, fitCrf } from './fit-crf'
import { type CorpusMessage, encodeTexts, readSpanCorpus, type SpanCorpus, toCrfData } from './span-corpus'
import { type DenseView, type SpanExample, type SpanModel, SpanTrainingError } from './span-model'
import { denseVectors, fitDenseView, unitStates } from './unit-states'

export interface TrainSpansOptions {
  /** Null: lexical features only. */
  readonly encoder: Encoder | null
  readonly product: MatrixProduct
  /** Phrases that are known to be of a type, each a text that is one span. */
  readonly known?: readonly SpanExample[] | undefined
  /** Default 1. The same examples and seed give the same model. */
  readonly seed?: number | undefined
  readonly onProgress?: ((progress: { readonly step: 'encoding' | 'training' }) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** Chosen on held-out fifths of training files; see the decision record on span tagging. */
const PENALTY = 5e-6
/** Steps a look at all examples. */
const BATCHES = 24

/**
 * Trains a tagger: a linear-chain conditional random field over the encoder's token states and lexical features.
 *
 * @throws SpanTrainingError without spans, for blank texts, for spans outside their text, for token states that are
 *   missing or not finite.
 */
export async function trainSpans(examples: readonly SpanExample[], options: TrainSpansOptions): Promise<SpanModel> {
  const { encoder, product, seed = 1, signal, onProgress } = options
  const corpus = readSpanCorpus(examples, options.known)
  if (corpus.messages.some(({ units }) => units.length === 0)) throw new SpanTrainingError('an example has no words')
  onProgress?.({ step: 'encoding' })
  const states = await readStates(corpus, examples, options)
  onProgress?.({ step: 'training' })
  const view = states && (await fitDenseView(states, product))
  const l2 = PENALTY
  const weights = await fitCrf({ batches: await dealBatches(corpus, states, view, options), product, l2, signal })
  return {
    encoderId: encoder?.id ?? null,
    seed,
    types: corpus.types,
    denseView: view,
    vocabulary: corpus.vocabulary,
    gazetteer: new Map([...corpus.phrases].map(([phrase, types]) => [phrase, [...types.keys()]])),
    l2,
    weights,
  }
}

async function readStates({ messages }: SpanCorpus, examples: readonly SpanExample[], options: TrainSpansOptions) {
  const texts = examples.map(({ text }) => text)
  const encodings = await encodeTexts(texts, options.encoder, options.signal)
  return encodings && messages.map(({ units }, index) => unitStates(units, encodings[index] as Encoding))
}

/** Messages in an order drawn by the seed, dealt like cards. */
async function dealBatches(
  corpus: SpanCorpus,
  states: readonly (readonly Float32Array[])[] | null,
  view: DenseView | null,
  { product, seed = 1 }: TrainSpansOptions,
): Promise<[CrfData, ...CrfData[]]> {
  const order = shuffle([...corpus.messages.keys()], createRandom(seed))
  const batchOf = async (batch: number): Promise<CrfData> => {
    const rows = order.filter((_row, place) => place % count === batch)
    const own = states && rows.map((row) => states[row] as readonly Float32Array[])
    const vectors = view && own && (await denseVectors(view, own, product))
    return toCrfData(
      corpus,
      rows.map((row) => corpus.messages[row] as CorpusMessage),
      vectors,
    )
  }
  const count = Math.min(BATCHES, order.length)
  const batches: [CrfData, ...CrfData[]] = [await batchOf(0)]
  for (let batch = 1; batch < count; batch++) batches.push(await batchOf(batch))
  return batches
}
