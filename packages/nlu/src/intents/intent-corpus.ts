import type { Encoder, Encoding } from '@parley/inference'
import { classifiedPart } from '../features/classified-part'
import type { ReadMessage } from '../features/message-features'
import { type IntentExample, IntentTrainingError } from './intent-model'
import { type Fold, foldsBySize, stratifiedFolds } from './stratified-folds'
import { wordsOfName } from './words-of-name'

/** The examples, read once and dealt into folds. */
export interface IntentCorpus {
  /** Sorted. */
  readonly intents: readonly string[]
  readonly inScope: readonly ReadMessage[]
  /** Index into `intents` of each message in scope. */
  readonly labels: readonly number[]
  /** Rows of `inScope` that the final heads learn from. */
  readonly training: readonly number[]
  readonly outOfScope: readonly ReadMessage[]
  /** Rows of `inScope` that are never shown. */
  readonly hidden: ReadonlySet<number>
  /** Rows of `inScope`. */
  readonly folds: readonly Fold[]
  /** Rows of `inScope` and then `outOfScope`. */
  readonly scopeFolds: readonly Fold[]
}

export interface ReadCorpusOptions {
  /** Examples to judge by instead of folds; no head learns intents from them. */
  readonly validation?: readonly IntentExample[] | undefined
  readonly encoder: Encoder | null
  readonly learnsNames?: boolean | undefined
  readonly seed?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** @throws IntentTrainingError for fewer than two intents, blank texts, or features that are not finite. */
export async function readCorpus(
  examples: readonly IntentExample[],
  options: ReadCorpusOptions,
): Promise<IntentCorpus> {
  const intents = [...new Set(examples.flatMap(({ intent }) => intent ?? []))].sort()
  if (intents.length < 2) throw new IntentTrainingError(`needs examples of two intents or more, got ${intents.length}`)
  if (examples.some(({ text }) => text.trim() === '')) throw new IntentTrainingError('an example is blank')
  const isKnown = (intent: string | null) => intent === null || intents.includes(intent)
  const validation = (options.validation ?? []).filter(({ intent }) => isKnown(intent))
  const learnt = examples.filter(({ intent }) => intent !== null)
  const judged = validation.filter(({ intent }) => intent !== null)
  const outside = [...examples, ...validation].filter(({ intent }) => intent === null)
  const named = options.learnsNames === false ? [] : intents.flatMap(nameAsExample)
  const inside = [...learnt, ...named, ...judged]
  const messages = await readMessages([...inside, ...outside], options)
  const labels = inside.map(({ intent }) => intents.indexOf(intent as string))
  const seed = options.seed ?? 1
  const training = [...learnt, ...named].map((_example, row) => row)
  const names = training.slice(learnt.length)
  const held = judged.map((_example, index) => training.length + index)
  const texts = [...inside, ...outside].map(({ text }) => text)
  const dealt = foldsBySize({ labels: labels.slice(0, learnt.length), texts: texts.slice(0, learnt.length), seed })
  return {
    intents,
    labels,
    training,
    inScope: messages.slice(0, inside.length),
    outOfScope: messages.slice(inside.length),
    hidden: new Set([...inside.keys()].filter((row) => inside[row]?.isPrivate === true)),
    folds:
      held.length > 0
        ? [{ training, validation: held }]
        : dealt.map((fold) => ({ ...fold, training: [...fold.training, ...names] })),
    scopeFolds: stratifiedFolds({ labels: [...inside.map(() => 0), ...outside.map(() => 1)], texts, seed }),
  }
}

/** Whoever named an intent has said what it means: one more wording, learnt from, never shown and never judged by. */
function nameAsExample(intent: string): IntentExample[] {
  const text = wordsOfName(intent)
  return text === null ? [] : [{ text, intent, isPrivate: true }]
}

async function readMessages(
  examples: readonly IntentExample[],
  { encoder, signal }: ReadCorpusOptions,
): Promise<ReadMessage[]> {
  const texts = examples.map(({ text }) => text)
  if (encoder === null) return texts.map((text) => ({ text, encoding: null }))
  const options = { purpose: 'query', priority: 'background', ...(signal && { signal }) } as const
  const encodings = await encoder.encode(texts.map(classifiedPart), options)
  return texts.map((text, index) => ({ text, encoding: checked(encodings[index] as Encoding) }))
}

function checked(encoding: Encoding): Encoding {
  const areFinite = [encoding.sentence, ...encoding.layers].every((vector) => vector.every(Number.isFinite))
  if (!areFinite) throw new IntentTrainingError('the encoder returned numbers that are not finite')
  return encoding
}
