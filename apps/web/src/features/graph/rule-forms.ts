import type { GraphRelation, GraphRulePattern } from '@parley/protocol'

export const RULE_FORMS = ['if-then', 'inverse', 'transitive', 'chain'] as const
export type RuleForm = (typeof RULE_FORMS)[number]

export interface RuleTypes {
  readonly first: GraphRelation
  readonly second: GraphRelation
  readonly follows: GraphRelation
}

/** Which of the relations a form asks for: of what is passed on there is but one. */
export const asksFor: Readonly<Record<RuleForm, readonly (keyof RuleTypes)[]>> = {
  'if-then': ['first', 'follows'],
  inverse: ['first', 'follows'],
  transitive: ['first'],
  chain: ['first', 'second', 'follows'],
}

type Rule = { when: GraphRulePattern[]; follows: GraphRulePattern }
const pattern = (type: GraphRelation, from: GraphRulePattern['from'], to: GraphRulePattern['to']) => ({
  type,
  from,
  to,
})

/** A form that people fill in, as the rule that it stands for. */
export function ruleOf(form: RuleForm, { first, second, follows }: RuleTypes): Rule {
  const ab = pattern(first, 'a', 'b')
  if (form === 'if-then') return { when: [ab], follows: pattern(follows, 'a', 'b') }
  if (form === 'inverse') return { when: [ab], follows: pattern(follows, 'b', 'a') }
  if (form === 'transitive') return { when: [ab, pattern(first, 'b', 'c')], follows: pattern(first, 'a', 'c') }
  return { when: [ab, pattern(second, 'b', 'c')], follows: pattern(follows, 'a', 'c') }
}
