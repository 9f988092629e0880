import type { StatesOfPart } from '../encode-messages'
import { saysSomething } from '../substance/substance'
import type { IntentSegment } from '../understanding'
import type { IntentClassifier } from './intent-classifier'
import { intentSegments } from './intent-segments'
import type { Outcome } from './outcome'

/** Said in passing: a greeting before a wish makes no message of several intents. */
const COURTESIES: ReadonlySet<string> = new Set(['greet', 'thank', 'goodbye', 'apologise', 'confirm', 'deny', 'praise'])

/** A part says less than a message: its intent must be likelier than all others together. */
const LEAST_CONFIDENCE = 0.5

/**
 * The intents of a message that has several, each with its part of the message: what has no intent of its own belongs
 * to the intent before.
 *
 * @param statesOf gives what was read of a part, if it was: n-grams alone tell parts too badly to be asked.
 * @returns nothing for a message of one intent.
 */
export function judgeSegments(message: string, statesOf: StatesOfPart, classifier: IntentClassifier): IntentSegment[] {
  const found: IntentSegment[] = []
  for (const { start, end } of intentSegments(message)) {
    const text = message.slice(start, end)
    const states = statesOf({ start, end })
    const wish = states && saysSomething(text) ? wishOf(classifier.outcome(states, text)) : null
    const last = found.at(-1)
    if (wish && wish.name !== last?.name) found.push({ ...wish, start, end })
    else if (last) found[found.length - 1] = { ...last, end }
  }
  return found.length < 2 ? [] : found
}

function wishOf({ name, confidence }: Outcome): { readonly name: string; readonly confidence: number } | null {
  return name === null || COURTESIES.has(name) || confidence < LEAST_CONFIDENCE ? null : { name, confidence }
}
