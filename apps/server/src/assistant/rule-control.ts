import type { Rule } from '@parley/nlu'
import type { Comprehended, MessageToRead } from './comprehension'

/** Rules as they would be, and the one that is about to change. */
export interface RuleDraft {
  readonly rules: readonly Rule[]
  readonly ruleId: string
}

/** A message for which the rule may hold, by its place among those that were given: as it is read now, and as it would be. */
export interface Compared {
  readonly index: number
  readonly before: Comprehended
  readonly after: Comprehended
}

/** The administrators' rules in what reads messages. */
export interface RuleControl {
  /** From the next message on; the first outranks the rest, and none has faults. */
  useRules(rules: readonly Rule[]): Promise<void>
  /** What a draft would change. One at a time. */
  tryRules(draft: RuleDraft, messages: readonly MessageToRead[]): Promise<Compared[]>
}
