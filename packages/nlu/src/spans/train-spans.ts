import type { Encoder, MatrixProduct } from '@parley/inference'
import { fitCrf } from './fit-crf'
import { encodeTexts, readSpanCorpus, type SpanCorpus, toCrfData } from './span-corpus'
import { type SpanExample, type SpanModel, SpanTrainingError } from './span-model'
import { denseVectors, fitDenseView, unitStates } from './unit-states'

export interface TrainSpansOptions {
  /** Null: lexical features only. */
  readonly encoder: Encoder | null
  readonly product: MatrixProduct
  /** Default 1; recorded with the model. Training itself draws nothing: the problem is convex. */
  readonly seed?: number | undefined
  readonly onProgress?: ((progress: { readonly step: 'encoding' | 'training' }) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** Chosen on held-out fifths of training files; see the decision record on span tagging. */
const PENALTY = 5e-6

/**
 * Trains a tagger: a linear-chain conditional random field over the encoder's token states and lexical features.
 *
 * @throws SpanTrainingError without spans, for blank texts, for spans outside their text, for token states that are
 *   missing or not finite.
 */
export async function trainSpans(examples: readonly SpanExample[], options: TrainSpansOptions): Promise<SpanModel> {
  const { encoder, product, seed = 1, signal, onProgress } = options
  const corpus = readSpanCorpus(examples)
  if (corpus.messages.some(({ units }) => units.length === 0)) throw new SpanTrainingError('an example has no words')
  onProgress?.({ step: 'encoding' })
  const { view, vectors } = await readVectors(corpus, examples, options)
  onProgress?.({ step: 'training' })
  const l2 = PENALTY
  const weights = await fitCrf({ data: toCrfData(corpus, vectors), product, l2, signal })
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

async function readVectors({ messages }: SpanCorpus, examples: readonly SpanExample[], options: TrainSpansOptions) {
  const { encoder, product, signal } = options
  const texts = examples.map(({ text }) => text)
  const encodings = await encodeTexts(texts, encoder, signal)
  if (encodings === null) return { view: null, vectors: null }
  const states = messages.map(({ units }, index) => unitStates(units, encodings[index] as (typeof encodings)[number]))
  const view = await fitDenseView(states, product)
  return { view, vectors: states.map((message) => denseVectors(view, message)) }
}
