import type { IntentClassifier } from '../intents/intent-classifier'
import { type Outcome, outcomeOf } from '../intents/outcome'
import type { IntentPrediction } from '../understanding'
import { singleRemovals } from './draw-coalitions'
import type { MaskedPredictions } from './masked-predictions'
import { type Coalition, everybody } from './shapley-values'
import { keepParts, type TextPart } from './text-parts'

/** The fewest words found whose removal gives another outcome; a smallest one is certain only where it is one word. */
export interface FlippingEdit extends Outcome {
  readonly removed: readonly TextPart[]
  readonly text: string
}

/** Pairs are tried among the parts that weigh most. */
const PAIRED = 3
const MOST_REMOVED = 5

/**
 * Removals of several parts worth trying after all single ones: pairs of the parts that weigh most, then those parts one
 * on top of the other. Fewest parts first.
 */
function joinedRemovals(values: readonly number[]): Coalition[] {
  const weightiest = [...values.keys()].sort((left, right) => (values[right] as number) - (values[left] as number))
  const top = weightiest.slice(0, PAIRED)
  const pairs = top.flatMap((left, place) => top.slice(place + 1).map((right) => 2 ** left + 2 ** right))
  const piles = Array.from({ length: MOST_REMOVED - 2 }, (_unused, more) => more + 3)
    .filter((count) => count < values.length)
    .map((count) => weightiest.slice(0, count).reduce((sum, player) => sum + 2 ** player, 0))
  return [...(values.length > 2 ? pairs : []), ...piles].map((removed) => everybody(values.length) - removed)
}

export interface FlipSearch {
  readonly text: string
  readonly parts: readonly TextPart[]
  /** What each part adds to the prediction's confidence. */
  readonly values: readonly number[]
  readonly prediction: IntentPrediction
  readonly predictions: MaskedPredictions
  readonly classifier: IntentClassifier
}

/** Tries each part alone, then few together. Single removals must have been read. */
export async function findFlippingEdit(search: FlipSearch): Promise<FlippingEdit | null> {
  const { parts, values, predictions } = search
  const { text, prediction, classifier } = search
  const outcome = (coalition: Coalition) =>
    outcomeOf(predictions.confidencesOf(coalition), prediction.threshold, classifier.model.intents)
  const isFlipped = (coalition: Coalition) => outcome(coalition).name !== prediction.name
  const edit = (coalition: Coalition): FlippingEdit => ({
    removed: parts.filter((_part, index) => (coalition & (1 << index)) === 0),
    text: keepParts(text, parts, coalition),
    ...outcome(coalition),
  })
  const single = singleRemovals(parts.length).find(isFlipped)
  if (single !== undefined) return edit(single)
  const joined = joinedRemovals(values)
  await predictions.read(joined)
  const flip = joined.find(isFlipped)
  return flip === undefined ? null : edit(flip)
}
