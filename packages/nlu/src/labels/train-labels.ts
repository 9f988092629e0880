import type { MatrixProduct } from '@parley/inference'
import type { ViewName } from '../features/message-features'
import { fitLabelPool } from './fit-label-pool'
import { type ReadLabelsOptions, readLabelCorpus } from './label-corpus'
import type { LabelExample, LabelModel } from './label-model'
import { heldOutTargets, type JudgedLabelHead, trainLabelHead } from './train-label-head'

export interface TrainLabelsOptions extends ReadLabelsOptions {
  readonly product: MatrixProduct
  /** Whether labels exclude each other (a sentiment, say). Default false. */
  readonly isExclusive?: boolean | undefined
  readonly onProgress?:
    | ((progress: { readonly step: 'encoding' | 'training'; readonly view?: ViewName }) => void)
    | undefined
}

/**
 * Trains heads that give a message any number of labels: a logistic regression for each label and view of the message,
 * joined by weights, and cut by thresholds, that held-out messages decide.
 *
 * @throws LabelTrainingError without labels, for blank texts, or for features that are not finite.
 */
export async function trainLabels(examples: readonly LabelExample[], options: TrainLabelsOptions): Promise<LabelModel> {
  const { encoder, product, seed = 1, onProgress } = options
  onProgress?.({ step: 'encoding' })
  const corpus = await readLabelCorpus(examples, options)
  const judged: JudgedLabelHead[] = []
  for (const view of encoder === null ? (['ngrams'] as const) : (['sentence', 'layers', 'ngrams'] as const)) {
    onProgress?.({ step: 'training', view })
    judged.push(await trainLabelHead(view, corpus, options))
  }
  const targets = heldOutTargets(corpus)
  const lexical = judged.map(({ head, heldOut }) => (head.view.name === 'ngrams' ? heldOut : null))
  return {
    encoderId: encoder?.id ?? null,
    seed,
    labels: corpus.labels,
    isExclusive: options.isExclusive ?? false,
    isEveryMessageLabelled: examples.every(({ labels }) => labels.length > 0),
    heads: judged.map(({ head }) => head),
    pool: await fitLabelPool({ heldOut: judged.map(({ heldOut }) => heldOut), targets, product }),
    lexicalPool: await fitLabelPool({ heldOut: lexical, targets, product }),
  }
}
