import type { Understanding } from '@parley/nlu'
import type { Understanding as WireUnderstanding } from '@parley/protocol'

/** An understanding in the protocol's own words. */
export function asWireUnderstanding({ language, intent, slots, intents, tone }: Understanding): WireUnderstanding {
  return {
    language,
    intent: {
      ...intent,
      ranking: intent.ranking.map((entry) => ({ ...entry })),
      nearestExamples: intent.nearestExamples.map((example) => ({ ...example })),
    },
    slots: slots.map((slot) => ({ ...slot, value: { ...slot.value } })),
    ...(intents && { intents: intents.map((segment) => ({ ...segment })) }),
    ...(tone && { tone: { ...tone, acts: [...tone.acts] } }),
  }
}
