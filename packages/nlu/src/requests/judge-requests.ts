import type { PooledStates } from '@parley/inference'
import type { StatesOfPart } from '../encode-messages'
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
 * @param states of the whole message, by which one unit is judged, and of its parts.
 * @param classifier trained on the request pack.
 * @returns nothing where an encoding is missing: n-grams alone tell requests too badly to be asked.
 */
export function judgeRequests(
  message: string,
  units: readonly RequestUnit[],
  states: { readonly whole: PooledStates; readonly of: StatesOfPart },
  classifier: IntentClassifier,
): RequestJudgement[] {
  return units.flatMap((unit) => {
    const isWhole = units.length === 1
    const text = isWhole ? message : message.slice(unit.start, unit.end)
    const read = isWhole ? states.whole : states.of(unit)
    if (read === undefined) return []
    const ranking = classifier.rank(read, text)
    const probabilityOf = (name: string) => ranking.find((entry) => entry.name === name)?.probability ?? 0
    const judged = { request: probabilityOf('request'), commitment: probabilityOf('commitment') }
    return [{ ...unit, ...(isWhole ? judged : lessOfContext(judged)) }]
  })
}

/**
 * What stands beside a request reads a little like one. Log-odds, chosen on the task sets that had been worked with: from
 * 0 to 1 their F1 went from .935 to .939.
 */
const SHARE_OF_CONTEXT = 1

function lessOfContext({ request, commitment }: Pick<RequestJudgement, 'request' | 'commitment'>) {
  const asks = request + commitment
  // p / (p + (1 − p)·e^s) has the log-odds of p, less s.
  const factor = 1 / (asks + (1 - asks) * Math.exp(SHARE_OF_CONTEXT))
  return { request: request * factor, commitment: commitment * factor }
}
