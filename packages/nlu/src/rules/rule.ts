import type { TONE_LABELS } from '../tone/tone'
import type { PersonRelation } from '../understanding'

/** What a rule may be about: what the heads judge, and whether a task is proposed. */
export type RuleSubject = 'intent' | 'act' | keyof typeof TONE_LABELS | 'task'

/** In the order in which they are settled: a rule may depend on what was settled before its own subject. */
export const RULE_SUBJECTS: readonly RuleSubject[] = [
  'intent',
  'act',
  'sentiment',
  'emotion',
  'urgency',
  'politeness',
  'task',
]

export interface TextPattern {
  /** `words`: as they stand; `wildcard`: `*` for anything in the same line, `?` for one character; `regex`: RE2's syntax. */
  readonly how: 'words' | 'wildcard' | 'regex'
  readonly text: string
}

export interface SlotComparison {
  readonly op: 'is' | '=' | '>' | '>=' | '<' | '<='
  /** A number for all but `is`. */
  readonly value: string | number
}

/** One thing that must be so. */
export type RuleCondition = { readonly isNot?: boolean | undefined } & (
  | { readonly kind: 'text'; readonly patterns: readonly TextPattern[] }
  /** `type`: of a slot, or the entity of a dictionary. */
  | { readonly kind: 'slot'; readonly type: string; readonly comparison?: SlotComparison | undefined }
  | { readonly kind: 'intent'; readonly names: readonly (string | null)[] }
  | { readonly kind: 'tone'; readonly of: Exclude<RuleSubject, 'intent' | 'task'>; readonly names: readonly string[] }
  | { readonly kind: 'language'; readonly language: 'zh' | 'en' }
  | { readonly kind: 'channel'; readonly channelIds: readonly string[] }
  | { readonly kind: 'person'; readonly userIds: readonly string[] }
  /** Somebody whom the message names stands so to an entity of the graph. */
  | { readonly kind: 'relation'; readonly type: PersonRelation['type']; readonly toId: string }
)

export type RuleStrength =
  /** Added to the log-odds that the head gives the value. */
  { readonly kind: 'evidence'; readonly weight: number } | { readonly kind: 'must' } | { readonly kind: 'must-not' }

export interface IfThenRule {
  readonly kind: 'if-then'
  /** All of them. */
  readonly when: readonly RuleCondition[]
  /** `value`: null is none of the intents; of a task there is nothing to say but that there is to be none. */
  readonly conclusion: { readonly about: RuleSubject; readonly value: string | null }
  readonly strength: RuleStrength
}

export interface DictionaryRule {
  readonly kind: 'dictionary'
  /** What its terms are: `project`, say. Names that the tagger knows (`organisation`, `place`, `product`) correct it. */
  readonly entity: string
  readonly terms: readonly { readonly term: string; readonly aliases: readonly string[] }[]
}

/** What an administrator knows beforehand, as plain data; those that come first outrank those that follow. */
export interface Rule {
  readonly id: string
  readonly name: string
  readonly definition: IfThenRule | DictionaryRule
}
