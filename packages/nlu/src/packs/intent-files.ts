import type { IntentModel } from '../intents/intent-model'
import { loadModel, saveModel } from './model-file'

/** Writes the model as a directory, whole or not at all. */
export const saveIntentModel = (model: IntentModel, directory: string): Promise<void> =>
  saveModel('intents', model, directory)

/** @throws ModelFileError when it is absent, damaged, or none of intents. */
export const loadIntentModel = (directory: string): Promise<IntentModel> => loadModel('intents', directory)
