import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { IntentClassifier } from '../intents/intent-classifier'
import { type IntentModel, IntentModelError } from '../intents/intent-model'
import { isIntentModelKept, loadIntentModel, saveIntentModel } from '../intents/intent-model-file'
import type { TrainIntentsOptions } from '../intents/train-intents'
import { type IntentPack, packExamples } from './intent-pack'

export interface OpenPackOptions extends TrainIntentsOptions {
  /** Where trained models are kept: one directory a pack, encoder and trainer. */
  readonly directory: string
}

export type KeptPackOptions = Pick<OpenPackOptions, 'directory' | 'seed'> & {
  readonly encoder: { readonly id: string } | null
}

/** To be raised when the same examples would give another model. */
const TRAINER_VERSION = 4

/** @throws IntentTrainingError when the pack cannot be learnt from. */
export function trainPack(pack: IntentPack, options: TrainIntentsOptions): Promise<IntentClassifier> {
  return IntentClassifier.train(packExamples(pack), options)
}

/** The pack's classifier, as trained before, else trained now and kept. A damaged model is trained anew. */
export async function openPack(pack: IntentPack, options: OpenPackOptions): Promise<IntentClassifier> {
  const kept = await openKeptPack(pack, options)
  if (kept !== null) return kept
  const classifier = await trainPack(pack, options)
  await saveIntentModel(classifier.model, join(options.directory, modelName(pack, options)))
  return classifier
}

/** The pack's classifier if it was trained for this encoder before; training takes seconds, and is for a child. */
export async function openKeptPack(pack: IntentPack, options: KeptPackOptions): Promise<IntentClassifier | null> {
  const kept = await loadKept(join(options.directory, modelName(pack, options)))
  return kept && new IntentClassifier(kept)
}

/** Whether {@link openKeptPack} would give a classifier. */
export function isPackKept(pack: IntentPack, options: KeptPackOptions): Promise<boolean> {
  return isIntentModelKept(join(options.directory, modelName(pack, options)))
}

async function loadKept(directory: string): Promise<IntentModel | null> {
  try {
    return await loadIntentModel(directory)
  } catch (error) {
    if (error instanceof IntentModelError) return null
    throw error
  }
}

function modelName(pack: IntentPack, { encoder, seed = 1 }: KeptPackOptions): string {
  const made = JSON.stringify([TRAINER_VERSION, packExamples(pack), encoder?.id ?? null, seed])
  return `${pack.name}-${createHash('sha256').update(made).digest('hex').slice(0, 16)}`
}
