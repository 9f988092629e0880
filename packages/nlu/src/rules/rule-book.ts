import type { TextSpan } from '../understanding'
import { conditionHolds } from './condition-holds'
import { foldText } from './fold-text'
import { type Found, PatternFinder } from './pattern-finder'
import type { DictionaryRule, IfThenRule, Rule, RuleCondition, RuleSubject, TextPattern } from './rule'
import type { RuleScene } from './rule-scene'
import type { HeldSpan } from './rule-trace'
import type { FiringRule } from './settle-rules'
import { type FoundTerm, TAGGED_NAMES } from './with-terms'

type Deciding = Rule & { readonly definition: IfThenRule }

/** What a text holds of what rules look for. */
export interface Looked {
  readonly patterns: Found['patterns']
  readonly terms: readonly FoundTerm[]
}

/** Rules made ready to be asked of one message after another. */
export class RuleBook {
  private readonly deciding: readonly Deciding[]
  private readonly terms: readonly Omit<FoundTerm, keyof TextSpan>[]
  private readonly finder: PatternFinder

  /** @param rules the first outranks the rest; each without faults, see `findRuleFaults`. */
  constructor(rules: readonly Rule[]) {
    this.deciding = rules.filter((rule): rule is Deciding => rule.definition.kind === 'if-then')
    const entries = rules.flatMap(({ id, definition }) =>
      definition.kind === 'dictionary' ? entriesOf(id, definition) : [],
    )
    this.terms = entries.map(({ words: _words, ...entry }) => entry)
    this.finder = new PatternFinder(
      this.deciding.flatMap(({ definition }) => patternsOf(definition)),
      entries.map(({ words }) => words),
    )
  }

  get isEmpty(): boolean {
    return this.deciding.length === 0 && this.terms.length === 0
  }

  look(text: string): Looked {
    const { patterns, terms } = this.finder.find(foldText(text))
    return {
      patterns,
      terms: terms.flatMap(({ term, start, end }) => {
        const known = this.terms[term]
        return known ? [{ ...known, start, end }] : []
      }),
    }
  }

  /** See `mayHold`. */
  mayHold(ruleId: string, scene: RuleScene, terms: readonly FoundTerm[]): boolean {
    if (terms.some(({ dictionaryId }) => dictionaryId === ruleId)) return true
    const rule = this.deciding.find(({ id }) => id === ruleId)
    return rule?.definition.when.every((one) => isToldByHeads(one) || conditionHolds(one, scene)) ?? false
  }

  /** The rules about a subject whose conditions all hold, in their order. */
  firing(about: RuleSubject, scene: RuleScene): FiringRule[] {
    return this.deciding.flatMap(({ id, name, definition: { when, conclusion, strength } }) => {
      const spans = conclusion.about === about ? spansOf(when, scene) : null
      return spans ? [{ id, name, ...conclusion, strength, spans }] : []
    })
  }
}

function spansOf(when: IfThenRule['when'], scene: RuleScene): HeldSpan[] | null {
  const all: HeldSpan[] = []
  for (const condition of when) {
    const spans = conditionHolds(condition, scene)
    if (!spans) return null
    all.push(...spans)
  }
  return all
}

const patternsOf = ({ when }: IfThenRule): readonly TextPattern[] =>
  when.flatMap((condition) => (condition.kind === 'text' ? condition.patterns : []))

/** Names that no dictionary knows are found by a head. */
const isToldByHeads = (condition: RuleCondition): boolean =>
  condition.kind === 'intent' ||
  condition.kind === 'tone' ||
  (condition.kind === 'slot' && TAGGED_NAMES.has(condition.type))

const entriesOf = (dictionaryId: string, { entity, terms }: DictionaryRule) =>
  terms.flatMap(({ term, aliases }) => [term, ...aliases].map((words) => ({ dictionaryId, entity, term, words })))
