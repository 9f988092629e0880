import type { TextSpan } from '../understanding'
import type { RuleStrength, RuleSubject } from './rule'

/** What of a message a rule was held by. */
export interface HeldSpan extends TextSpan {
  /** The edge of the graph that it was held by, of the person who is named here. */
  readonly edgeId?: string
}

/** A rule whose conditions held, and what came of it. */
export interface AppliedRule {
  readonly id: string
  readonly name: string
  readonly about: RuleSubject
  readonly value: string | null
  readonly strength: RuleStrength
  /**
   * `decided`: it is as the rule says, and was not before; `agreed`: it was so already; `weighed`: evidence was added;
   * `overruled`: another rule says otherwise and comes first.
   */
  readonly outcome: 'decided' | 'agreed' | 'weighed' | 'overruled'
  readonly overruledBy?: string
  /** What of the message it was held by. */
  readonly spans: readonly HeldSpan[]
}

/** What the heads alone said of a subject that rules are about; value null: none, or not sure of any. */
export interface ModelSaid {
  readonly about: RuleSubject
  readonly value: string | null
  readonly probability: number
}

/** What rules did to a message's understanding, so that nothing of it is silent. */
export interface RuleTrace {
  readonly applied: readonly AppliedRule[]
  readonly model: readonly ModelSaid[]
}
