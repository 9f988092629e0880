import type { Address } from '@parley/dialogue'
import type { IntentExplanation } from '@parley/nlu'
import type { IntentExplanation as WireExplanation } from '@parley/protocol'
import { placing } from './place-understanding'

/** An explanation in the protocol's own words, its parts where they stand in the message. */
export function asWireExplanation(explanation: IntentExplanation, message: string, address: Address): WireExplanation {
  const { prediction, intent, baseValue, attributions, runnerUp, margin, flippingEdit, readAs } = explanation
  const { name, confidence, threshold, nearestExamples, features } = prediction
  const move = placing(address)
  const place = <Part extends { readonly start: number; readonly end: number }>(part: Part) => {
    const placed = move(part)
    return { ...placed, text: message.slice(placed.start, placed.end) }
  }
  return {
    ...{ intent, readAs, name, confidence, threshold, baseValue, runnerUp, margin, features },
    nearestExamples: nearestExamples.map((example) => ({ ...example })),
    shares: attributions.map(place),
    flippingEdit: flippingEdit && { ...flippingEdit, removed: flippingEdit.removed.map(place) },
  }
}
