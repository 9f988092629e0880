import type { RelationType } from './relation'

/** How sure its words alone make it: `clear` says nothing else, `loose` often means something else. */
export type RuleStrength = 'clear' | 'usual' | 'loose'

/**
 * Words that state a relation. What stands before them is on the left, what follows on the right, unless the pattern has
 * groups `left` and `right` of its own.
 */
export interface RelationRule {
  readonly name: string
  readonly type: RelationType
  readonly pattern: RegExp
  readonly strength: RuleStrength
  /** The left side is what the relation leads to. */
  readonly isReversed?: true
  /** What is on the right where it is no name: a date, a state, or the rest of the clause. */
  readonly right?: 'date' | 'status' | 'rest'
  /** The left side, or the right one, is whoever speaks. */
  readonly speaker?: 'left' | 'right'
}
