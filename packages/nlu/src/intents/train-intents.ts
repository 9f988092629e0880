import type { Encoder, MatrixProduct } from '@parley/inference'
import type { ReadMessage, ViewName } from '../features/message-features'
import { matrixOf } from '../numeric/matrix'
import { exampleKey } from './example-key'
import { fitPool } from './fit-pool'
import { type IntentCorpus, readCorpus } from './intent-corpus'
import type { IntentExample, IntentModel } from './intent-model'
import { judgeNeighbours } from './neighbour-opinion'
import { type JudgedHead, trainHead } from './train-head'
import { trainScopeHead } from './train-scope-head'

export interface TrainIntentsOptions {
  /** Null: n-grams only. */
  readonly encoder: Encoder | null
  readonly product: MatrixProduct
  /** Examples to choose penalties, weights and threshold by, instead of a part of the training examples. */
  readonly validation?: readonly IntentExample[] | undefined
  /** Whether what an intent is called is learnt from, as one more wording of it. Default true. */
  readonly learnsNames?: boolean | undefined
  /** Default 1. The same examples and seed give the same model. */
  readonly seed?: number | undefined
  readonly onProgress?: ((progress: TrainingProgress) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

export interface TrainingProgress {
  readonly step: 'encoding' | 'training' | 'calibrating'
  readonly view?: ViewName
}

/**
 * Trains an intent classifier: one linear head for each view of the message, joined by weights that validation finds.
 *
 * @throws IntentTrainingError for fewer than two intents, blank texts, or features that are not finite.
 */
export async function trainIntents(
  examples: readonly IntentExample[],
  options: TrainIntentsOptions,
): Promise<IntentModel> {
  const { encoder, seed = 1, onProgress } = options
  onProgress?.({ step: 'encoding' })
  const corpus = await readCorpus(examples, options)
  const heads: JudgedHead[] = []
  for (const view of viewsFor(encoder)) {
    onProgress?.({ step: 'training', view })
    heads.push(await trainHead(view, corpus, options))
  }
  onProgress?.({ step: 'calibrating' })
  return {
    encoderId: encoder?.id ?? null,
    seed,
    intents: corpus.intents,
    heads: heads.map(({ head }) => head),
    ...(await fitPools(heads, corpus, options)),
    examples: rememberExamples(corpus, encoder),
  }
}

function viewsFor(encoder: Encoder | null): ViewName[] {
  return encoder === null ? ['ngrams'] : ['sentence', 'layers', 'ngrams']
}

async function fitPools(heads: readonly JudgedHead[], corpus: IntentCorpus, { product, signal }: TrainIntentsOptions) {
  const scope = await trainScopeHead(heads[0] as JudgedHead, corpus, { product, signal })
  const lexical = heads.map((head) => (head.head.view.name === 'ngrams' ? head : null))
  const neighbours = await judgeNeighbours(corpus, product)
  const asked = neighbours ? [...heads, { heldOut: neighbours }] : heads
  const pool = await fitPool({ heads: asked, corpus, scope, product })
  return {
    scopeHead: scope && { head: 0, linear: scope.linear },
    pool,
    lexicalPool: heads.length === 1 ? pool : await fitPool({ heads: lexical, corpus, scope: null, product }),
  }
}

export function rememberExamples(
  { inScope, outOfScope, labels, training, hidden }: IntentCorpus,
  encoder: Encoder | null,
): IntentModel['examples'] {
  const messages = training.map((row) => inScope[row] as ReadMessage)
  const vectors = messages.flatMap(({ encoding }) => (encoding ? [encoding.sentence] : []))
  return {
    texts: messages.map(({ text }, index) => (hidden.has(training[index] as number) ? '' : text)),
    keys: messages.map(({ text }) => exampleKey(text)),
    outsideKeys: outOfScope.map(({ text }) => exampleKey(text)),
    labels: training.map((row) => labels[row] as number),
    vectors: encoder && matrixOf(vectors, encoder.hiddenSize),
  }
}
