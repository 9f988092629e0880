import { z } from 'zod'
import { Instant, LabelKind, Language } from './entities'
import { ChannelId, GraphEntityId, RuleId, UserId } from './ids'
import { RuleRelation, RuleStrength, RuleSubject } from './rule-trace'
import { filledText } from './well-formed-text'

export const MOST_RULES = 200
/** Of all dictionaries together, aliases counted. */
export const MOST_TERMS = 5_000
export const MOST_REGEXES = 50
/** Each of them may be looked for in the whole of a message. */
export const MOST_WILDCARDS = 200
export const RULE_NAME_LIMIT = 80
export const PATTERN_LIMIT = 200
export const TERM_LIMIT = 80
const MOST_CONDITIONS = 10
const MOST_PATTERNS = 30
const MOST_CHOSEN = 100
const MOST_ALIASES = 30
const VALUE_LIMIT = 80
const Value = filledText(VALUE_LIMIT)
const isNot = z.boolean().optional()

export const TextPattern = z.object({
  /** `words`: as they stand; `wildcard`: `*` for anything in the same sentence, `?` for one character; `regex`: RE2's syntax. */
  how: z.enum(['words', 'wildcard', 'regex']),
  text: filledText(PATTERN_LIMIT),
})
export type TextPattern = z.infer<typeof TextPattern>

export const SlotComparison = z.object({
  op: z.enum(['is', '=', '>', '>=', '<', '<=']),
  value: z.union([z.number(), Value]),
})
export type SlotComparison = z.infer<typeof SlotComparison>

/** One thing that must be so, or with `isNot` must not. */
export const RuleCondition = z.discriminatedUnion('kind', [
  /** One of the patterns stands in the text. */
  z.object({ kind: z.literal('text'), patterns: z.array(TextPattern).min(1).max(MOST_PATTERNS), isNot }),
  /** `type`: of a slot, or the entity of a dictionary. */
  z.object({ kind: z.literal('slot'), type: Value, comparison: SlotComparison.optional(), isNot }),
  /** null: none of the intents. */
  z.object({ kind: z.literal('intent'), names: z.array(Value.nullable()).min(1).max(MOST_CHOSEN), isNot }),
  z.object({
    kind: z.literal('tone'),
    of: LabelKind.exclude(['intent']),
    names: z.array(Value).min(1).max(MOST_CHOSEN),
    isNot,
  }),
  z.object({ kind: z.literal('language'), language: Language, isNot }),
  z.object({ kind: z.literal('channel'), channelIds: z.array(ChannelId).min(1).max(MOST_CHOSEN), isNot }),
  z.object({ kind: z.literal('person'), userIds: z.array(UserId).min(1).max(MOST_CHOSEN), isNot }),
  /** Somebody whom the message names stands so to an entity of the graph, by what everybody may read. */
  z.object({ kind: z.literal('relation'), type: RuleRelation, toId: GraphEntityId, isNot }),
])
export type RuleCondition = z.infer<typeof RuleCondition>

export const IfThenRule = z.object({
  kind: z.literal('if-then'),
  /** All of them. */
  when: z.array(RuleCondition).min(1).max(MOST_CONDITIONS),
  /** `value`: null is none of the intents; of tasks there is nothing to say but that there are to be none. */
  conclusion: z.object({ about: RuleSubject, value: Value.nullable() }),
  strength: RuleStrength,
})
export type IfThenRule = z.infer<typeof IfThenRule>

export const Dictionary = z.object({
  kind: z.literal('dictionary'),
  /** What its terms are. `organisation`, `place` and `product` are what the server knows names as. */
  entity: filledText(VALUE_LIMIT),
  terms: z
    .array(
      z.object({
        term: filledText(TERM_LIMIT),
        aliases: z.array(filledText(TERM_LIMIT)).max(MOST_ALIASES).default([]),
      }),
    )
    .min(1)
    .max(MOST_TERMS),
})
export type Dictionary = z.infer<typeof Dictionary>

/** What an administrator knows beforehand: data, never a program. */
export const RuleDefinition = z.discriminatedUnion('kind', [IfThenRule, Dictionary])
export type RuleDefinition = z.infer<typeof RuleDefinition>

/** What is wrong with a rule, and where in its definition. */
export const RuleFault = z.object({
  path: z.array(z.union([z.string(), z.number()])),
  code: z.enum([
    'regex',
    'wildcard_empty',
    'unknown_value',
    'unknown_entity',
    'settled_later',
    'task_only_forbidden',
    'number_needed',
    'ambiguous_term',
  ]),
  /** What it is about, in the rule's own words; of a regular expression what the parser says. */
  about: z.string(),
  /** Where in a regular expression, in UTF-16 units. */
  at: z.int().optional(),
})
export type RuleFault = z.infer<typeof RuleFault>

export const Rule = z.object({
  id: RuleId,
  name: z.string(),
  definition: RuleDefinition,
  isOn: z.boolean(),
  /** Grows with every change. */
  version: z.int(),
  savedBy: UserId,
  savedAt: Instant,
  /** A rule with faults does nothing, on or off: an intent that it names is gone, say. */
  faults: z.array(RuleFault),
})
export type Rule = z.infer<typeof Rule>
