import type { RelationType } from './relation'

/** An edge as questions are asked of it: both ends by their id. */
export interface GraphEdge {
  readonly id: string
  readonly type: RelationType
  readonly fromId: string
  readonly toId: string
  readonly confidence: number
  /** Of an edge that rules made: the edges that it follows from, in order. */
  readonly because?: readonly string[] | undefined
  /** And the name of the last of these rules. */
  readonly rule?: string | undefined
}

/** When both conditions hold, or the one that there is, so does the conclusion. Sides are `a`, `b` and `c`. */
export interface GraphRule {
  readonly name: string
  readonly when: readonly RulePattern[]
  readonly follows: RulePattern
}

export interface RulePattern {
  readonly type: RelationType
  readonly from: RuleSide
  readonly to: RuleSide
}

export type RuleSide = 'a' | 'b' | 'c'
