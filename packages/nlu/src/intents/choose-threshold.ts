/** Of the messages whose intent would have been right, so many may be sent away as unknown. */
const ACCEPTED_LOSS = 0.01
/** A guess that is right less often than this helps nobody, however few right answers it costs to be silent. */
const LEAST_CONFIDENCE = 0.3

/**
 * The confidence under which a message counts as "no known intent": as high as the accepted loss of right answers
 * allows, judged on rows that the model had not learnt from, and never under 0.3.
 *
 * @param rightConfidences confidences of held-out messages whose best intent is the true one.
 */
export function chooseThreshold(rightConfidences: readonly number[]): number {
  const sorted = rightConfidences.toSorted((left, right) => left - right)
  return Math.max(LEAST_CONFIDENCE, sorted[Math.floor(ACCEPTED_LOSS * sorted.length)] ?? 0)
}
