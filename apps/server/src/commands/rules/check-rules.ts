import { findRuleFaults, type KnownValues } from '@parley/nlu'
import {
  MOST_REGEXES,
  MOST_RULES,
  MOST_TERMS,
  MOST_WILDCARDS,
  ParleyError,
  type RuleDefinition,
  type TextPattern,
} from '@parley/protocol'
import type { Actor } from '../../actor'
import { readRuleTargets } from '../../queries/graph/rule-relations'
import type { Database } from '../../store/database'
import { readLabelValues } from '../../store/label-values'
import { readRuleRows } from '../../store/stored-rules'

/** What these rules can be about. */
export const readKnownValues = async (
  rows: Database,
  { workspaceId }: Pick<Actor, 'workspaceId'>,
  definitions: readonly RuleDefinition[],
): Promise<KnownValues> => ({
  ...(await readLabelValues(rows, workspaceId)),
  entity: await readRuleTargets(rows, workspaceId, definitions),
})

/** @throws ParleyError `rule_faulty`, with the place of the first fault. */
export function refuseFaulty(name: string, definition: RuleDefinition, known: KnownValues): void {
  const [fault] = findRuleFaults({ definition }, known)
  if (!fault) return
  const { path, code, about } = fault
  throw new ParleyError('rule_faulty', { name, path: path.join('.'), reason: code, about })
}

/**
 * Whether all rules together stay within what every message can be asked. To be asked when they are stored: what is refused
 * is rolled back.
 *
 * @throws ParleyError `too_many_rules` or `too_many_terms`
 */
export async function refuseTooMuch(rows: Database, { workspaceId }: Actor): Promise<void> {
  const definitions = (await readRuleRows(rows, workspaceId)).map(({ definition }) => definition)
  if (definitions.length > MOST_RULES) throw new ParleyError('too_many_rules', { limit: MOST_RULES })
  for (const [how, limit] of PATTERN_LIMITS) {
    const count = sum(definitions.map((definition) => countPatterns(definition, how)))
    if (count > limit) throw new ParleyError('too_many_rules', { limit, of: how })
  }
  if (sum(definitions.map(countTerms)) > MOST_TERMS) throw new ParleyError('too_many_terms', { limit: MOST_TERMS })
}

/** Of the patterns that cost every message something each. */
const PATTERN_LIMITS = [
  ['regex', MOST_REGEXES],
  ['wildcard', MOST_WILDCARDS],
] as const

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

const countTerms = (definition: RuleDefinition): number =>
  definition.kind === 'dictionary' ? sum(definition.terms.map(({ aliases }) => aliases.length + 1)) : 0

function countPatterns(definition: RuleDefinition, wanted: TextPattern['how']): number {
  if (definition.kind === 'dictionary') return 0
  const patterns = definition.when.flatMap((condition) => (condition.kind === 'text' ? condition.patterns : []))
  return patterns.filter(({ how }) => how === wanted).length
}
