/** What a message is taken for. */
export interface Outcome {
  /** Null: no known intent. */
  readonly name: string | null
  readonly confidence: number
}

/** The likeliest intent, unless none is likely enough. Confidences in the order of the intents. */
export function outcomeOf(confidences: Float64Array, threshold: number, intents: readonly string[]): Outcome {
  const best = confidences.indexOf(Math.max(...confidences))
  const confidence = confidences[best] as number
  return { name: confidence < threshold ? null : (intents[best] as string), confidence }
}
