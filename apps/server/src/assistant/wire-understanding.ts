import type { RuleTrace, Understanding } from '@parley/nlu'
import type { RuleTrace as WireRules, Understanding as WireUnderstanding } from '@parley/protocol'

/** An understanding in the protocol's own words. */
export function asWireUnderstanding({
  language,
  intent,
  slots,
  intents,
  tone,
  rules,
}: Understanding): WireUnderstanding {
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
    ...(rules && { rules: asWireRules(rules) }),
  }
}

/** Ids of rules are the store's own. */
const asWireRules = ({ applied, model }: RuleTrace): WireRules => ({
  applied: applied.map((rule) => ({ ...rule, spans: rule.spans.map((span) => ({ ...span })) })) as WireRules['applied'],
  model: model.map((said) => ({ ...said })),
})
