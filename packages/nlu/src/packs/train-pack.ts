import { IntentClassifier } from '../intents/intent-classifier'
import type { IntentModel } from '../intents/intent-model'
import { type TrainIntentsOptions, trainIntents } from '../intents/train-intents'
import { type IntentPack, packExamples } from './intent-pack'
import { openTrained, type Trainable } from './kept-model'

export interface OpenPackOptions extends TrainIntentsOptions {
  /** Where trained models are kept: one directory a pack, encoder and trainer. */
  readonly directory: string
}

/** To be raised when the same examples would give another model. */
const TRAINER_VERSION = 8

const optionsFor = (pack: IntentPack, options: TrainIntentsOptions): TrainIntentsOptions => ({
  ...options,
  learnsNames: pack.namesAreWordings ?? true,
})

/** @throws IntentTrainingError when the pack cannot be learnt from. */
export function trainPack(pack: IntentPack, options: TrainIntentsOptions): Promise<IntentClassifier> {
  return IntentClassifier.train(packExamples(pack), optionsFor(pack, options))
}

/** The pack's classifier, as trained before, else trained now and kept. A damaged model is trained anew. */
export async function openPack(pack: IntentPack, options: OpenPackOptions): Promise<IntentClassifier> {
  const train = () => trainIntents(packExamples(pack), optionsFor(pack, options))
  return new IntentClassifier(await openTrained({ ...trainablePack(pack), train }, options))
}

/** What the pack is trained as. */
export const trainablePack = (pack: IntentPack): Trainable<IntentModel> => ({
  name: pack.name,
  task: 'intents',
  material: [TRAINER_VERSION, packExamples(pack)],
  train: (options) => trainIntents(packExamples(pack), optionsFor(pack, options)),
})
