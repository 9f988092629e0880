import { foldPattern } from './fold-text'
import { findRegexFault } from './regex-set'
import { type IfThenRule, RULE_SUBJECTS, type Rule, type RuleCondition, type RuleSubject } from './rule'
import { anchorOf } from './wildcard'

/** What is wrong with a rule, and where in its definition. */
export interface RuleFault {
  readonly path: readonly (string | number)[]
  readonly code:
    | 'regex'
    | 'wildcard_empty'
    | 'unknown_value'
    | 'unknown_entity'
    | 'settled_later'
    | 'task_only_forbidden'
    | 'number_needed'
    | 'ambiguous_term'
  /** What the fault is about, in the rule's own words; of a regular expression what its parser says. */
  readonly about: string
  /** Where in a regular expression. */
  readonly at?: number
}

/** What rules can be about: names by subject, and ids of entities of the graph. */
export interface KnownValues extends Readonly<Record<Exclude<RuleSubject, 'task'>, readonly string[]>> {
  readonly entity: readonly string[]
}

/** Why a rule cannot be used; empty where it can. Lengths and counts are checked where rules come in. */
export function findRuleFaults({ definition }: Pick<Rule, 'definition'>, known: KnownValues): RuleFault[] {
  if (definition.kind === 'dictionary') return ambiguousTerms(definition.terms)
  const { when } = definition
  return [
    ...when.flatMap((condition, index) =>
      faultsOfCondition(condition, ['when', index], definition.conclusion.about, known),
    ),
    ...faultsOfConclusion(definition, known),
  ]
}

type Path = RuleFault['path']

function faultsOfCondition(condition: RuleCondition, path: Path, about: RuleSubject, known: KnownValues): RuleFault[] {
  switch (condition.kind) {
    case 'text':
      return condition.patterns.flatMap((pattern, index) => faultsOfPattern(pattern, [...path, 'patterns', index]))
    case 'slot': {
      const { comparison } = condition
      const isNumber = !comparison || comparison.op === 'is' || typeof comparison.value === 'number'
      return isNumber ? [] : [{ path: [...path, 'comparison'], code: 'number_needed', about: condition.type }]
    }
    case 'intent':
      return [...settledLater('intent', about, path), ...unknown(condition.names, known.intent, [...path, 'names'])]
    case 'tone':
      return [
        ...settledLater(condition.of, about, path),
        ...unknown(condition.names, known[condition.of], [...path, 'names']),
      ]
    case 'relation':
      return known.entity.includes(condition.toId)
        ? []
        : [{ path: [...path, 'toId'], code: 'unknown_entity', about: condition.toId }]
    default:
      return []
  }
}

function faultsOfPattern({ how, text }: { how: string; text: string }, path: Path): RuleFault[] {
  if (how === 'wildcard')
    return anchorOf(foldPattern(text)) === '' ? [{ path, code: 'wildcard_empty', about: text }] : []
  const fault = how === 'regex' ? findRegexFault(text) : null
  return fault ? [{ path, code: 'regex', about: fault.reason, at: fault.at }] : []
}

/** A rule would wait for itself, or for what is settled after it. */
const settledLater = (read: RuleSubject, about: RuleSubject, path: Path): RuleFault[] =>
  RULE_SUBJECTS.indexOf(read) < RULE_SUBJECTS.indexOf(about) ? [] : [{ path, code: 'settled_later', about: read }]

const unknown = (names: readonly (string | null)[], known: readonly string[], path: Path): RuleFault[] =>
  names.flatMap((name, index) =>
    name === null || known.includes(name) ? [] : [{ path: [...path, index], code: 'unknown_value', about: name }],
  )

function faultsOfConclusion({ conclusion, strength }: IfThenRule, known: KnownValues): RuleFault[] {
  const { about, value } = conclusion
  if (about === 'task') {
    return strength.kind === 'must-not' ? [] : [{ path: ['strength'], code: 'task_only_forbidden', about }]
  }
  const isNone = value === null && about !== 'intent'
  return isNone
    ? [{ path: ['conclusion', 'value'], code: 'unknown_value', about: '' }]
    : unknown([value], known[about], ['conclusion']).map((fault) => ({ ...fault, path: ['conclusion', 'value'] }))
}

/** Words that would stand for two terms. */
function ambiguousTerms(terms: readonly { readonly term: string; readonly aliases: readonly string[] }[]): RuleFault[] {
  const known = new Map<string, string>()
  return terms.flatMap(({ term, aliases }, index) =>
    [term, ...aliases].flatMap((words): RuleFault[] => {
      const key = words.trim().toLowerCase()
      const before = known.get(key)
      known.set(key, before ?? term)
      const isAmbiguous = before !== undefined && before !== term
      return isAmbiguous ? [{ path: ['terms', index], code: 'ambiguous_term', about: words }] : []
    }),
  )
}
