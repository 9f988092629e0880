import type { Encoding } from '@parley/inference'
import { classifiedPart } from '../features/classified-part'
import type { IntentClassifier } from '../intents/intent-classifier'
import type { RequestUnit } from './request-units'

/** How likely a part of a message asks somebody for something, or promises it. */
export interface RequestJudgement extends RequestUnit {
  /** Probabilities, 0 to 1; what is left asks for nothing. */
  readonly request: number
  readonly commitment: number
}

/**
 * Judges a message's sentences and clauses.
 *
 * @param units its `requestUnits`.
 * @param encodingOf gives the encoding of a text of `textsOfRequests`.
 * @param classifier trained on the request pack.
 * @returns nothing where an encoding is missing: n-grams alone tell requests too badly to be asked.
 */
export function judgeRequests(
  message: string,
  units: readonly RequestUnit[],
  encodingOf: (text: string) => Encoding | undefined,
  classifier: IntentClassifier,
): RequestJudgement[] {
  return units.flatMap((unit) => {
    const text = units.length === 1 ? classifiedPart(message) : message.slice(unit.start, unit.end)
    const encoding = encodingOf(text)
    if (encoding === undefined) return []
    const ranking = classifier.rank(encoding, text)
    const probabilityOf = (name: string) => ranking.find((entry) => entry.name === name)?.probability ?? 0
    return [{ ...unit, request: probabilityOf('request'), commitment: probabilityOf('commitment') }]
  })
}
