import { statesAsMeant } from '../encode-as-meant'
import { classifiedPart } from '../features/classified-part'
import type { LogOddsShifts } from '../intents/shift-intents'
import { intentOf } from '../understand'
import type { IntentPrediction } from '../understanding'
import { type RuleReading, type Settled, unsettled } from './rule-reading'
import { type FiringRule, outcomesOf, type Settlement, settleRules } from './settle-rules'

/** The intent as the rules want it. What a rule decides is certain; the ranking stays the head's. */
export function settleIntent(
  reading: RuleReading,
  read: IntentPrediction,
  firing: readonly FiringRule[],
): Settled<IntentPrediction> {
  if (firing.length === 0) return unsettled(read)
  const settlement = settleRules(firing)
  return {
    value: decide(weigh(reading, read, settlement.shifts), settlement),
    applied: outcomesOf(firing, settlement, (value) => read.name === value),
    model: [{ about: 'intent', value: read.name, probability: read.confidence }],
  }
}

function weigh({ heads, encoding, text }: RuleReading, read: IntentPrediction, shifts: LogOddsShifts) {
  if (!heads || shifts.size === 0) return read
  return intentOf(text, heads.classifier.predict(statesAsMeant(encoding), classifiedPart(text), shifts))
}

function decide(weighed: IntentPrediction, { decided, shifts }: Settlement): IntentPrediction {
  if (decided) return { ...weighed, name: decided.value, confidence: decided.value === null ? 0 : 1 }
  const mustHaveOne = shifts.get(null) === Number.NEGATIVE_INFINITY
  return mustHaveOne ? { ...weighed, name: weighed.name ?? weighed.ranking[0]?.name ?? null } : weighed
}
