import type { Encoder, Encoding, Matrix } from '@parley/inference'
import { classifiedPart } from '../features/classified-part'
import type { ReadMessage } from '../features/message-features'
import { type Fold, foldsBySize } from '../intents/stratified-folds'
import { type LabelExample, LabelTrainingError } from './label-model'

/** The examples, read once and dealt into folds. */
export interface LabelCorpus {
  readonly labels: readonly string[]
  readonly messages: readonly ReadMessage[]
  /** [messages, labels], 1 where the message has the label. */
  readonly targets: Matrix
  readonly folds: readonly Fold[]
}

export interface ReadLabelsOptions {
  readonly encoder: Encoder | null
  readonly seed?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** @throws LabelTrainingError without labels, for blank texts, or for features that are not finite. */
export async function readLabelCorpus(
  examples: readonly LabelExample[],
  options: ReadLabelsOptions,
): Promise<LabelCorpus> {
  const labels = [...new Set(examples.flatMap((example) => example.labels))].sort()
  if (labels.length === 0) throw new LabelTrainingError('no example has a label')
  if (labels.includes('')) throw new LabelTrainingError('a label is empty')
  if (examples.some(({ text }) => text.trim() === '')) throw new LabelTrainingError('an example is blank')
  return {
    labels,
    messages: await readMessages(examples, options),
    targets: toTargets(examples, labels),
    folds: foldsBySize({
      labels: rarestLabels(examples, labels),
      texts: examples.map(({ text }) => text),
      seed: options.seed ?? 1,
    }),
  }
}

async function readMessages(
  examples: readonly LabelExample[],
  { encoder, signal }: ReadLabelsOptions,
): Promise<ReadMessage[]> {
  if (encoder === null) return examples.map(({ text }) => ({ text, encoding: null }))
  const texts = examples.map(({ text }) => classifiedPart(text))
  const encodings = await encoder.encode(texts, { purpose: 'query', priority: 'background', ...(signal && { signal }) })
  return examples.map(({ text }, index) => ({ text, encoding: checked(encodings[index] as Encoding) }))
}

function checked(encoding: Encoding): Encoding {
  const areFinite = [encoding.sentence, ...encoding.layers].every((vector) => vector.every(Number.isFinite))
  if (!areFinite) throw new LabelTrainingError('the encoder returned numbers that are not finite')
  return encoding
}

function toTargets(examples: readonly LabelExample[], labels: readonly string[]): Matrix {
  const data = new Float32Array(examples.length * labels.length)
  examples.forEach((example, row) => {
    for (const label of example.labels) data[row * labels.length + labels.indexOf(label)] = 1
  })
  return { rows: examples.length, columns: labels.length, data }
}

/** Folds are stratified by each message's rarest label: common ones spread evenly by themselves. */
function rarestLabels(examples: readonly LabelExample[], labels: readonly string[]): number[] {
  const sizes = new Map<string, number>()
  for (const label of examples.flatMap((example) => example.labels)) sizes.set(label, (sizes.get(label) ?? 0) + 1)
  const bySize = (left: string, right: string) => (sizes.get(left) ?? 0) - (sizes.get(right) ?? 0)
  return examples.map((example) => labels.indexOf([...example.labels].sort(bySize)[0] ?? ''))
}
