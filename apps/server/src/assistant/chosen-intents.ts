import { describeIntents, IntentClassifier, type IntentFigures, loadIntentModel, type ShippedHeads } from '@parley/nlu'
import type { IntentChoice } from './intent-control'

export interface ChosenHeads {
  readonly heads: ShippedHeads
  /** At the model's own threshold. */
  readonly figures: IntentFigures | null
}

/**
 * The shipped heads, with the intents of the workspace's choice among them.
 *
 * @throws ModelFileError or IntentModelError when the model cannot be read or is of another encoder.
 */
export async function chooseIntents(
  shipped: ShippedHeads,
  { directory, threshold }: IntentChoice,
  encoderId: string | null,
): Promise<ChosenHeads> {
  const classifier = directory === null ? shipped.classifier : new IntentClassifier(await loadIntentModel(directory))
  classifier.assertReads(encoderId === null ? null : { id: encoderId })
  const { model } = classifier
  const chosen =
    threshold === null ? classifier : new IntentClassifier({ ...model, pool: { ...model.pool, threshold } })
  return { heads: { ...shipped, classifier: chosen }, figures: describeIntents(model) }
}
