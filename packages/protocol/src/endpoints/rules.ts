import { z } from 'zod'
import { command, query } from '../endpoint'
import { Instant, Understanding } from '../entities'
import { ChannelId, GraphEntityId, MessageId, RuleId, UserId } from '../ids'
import { RuleSubject } from '../rule-trace'
import { RULE_NAME_LIMIT, Rule, RuleDefinition, RuleFault } from '../rules'
import { filledText, wellFormedText } from '../well-formed-text'

const RuleName = filledText(RULE_NAME_LIMIT)
const RULE_FILE_LIMIT = 900_000

export const listRules = query('rules.list', {
  summary: 'The rules by which messages are read beside the model; those that come first outrank those that follow',
  access: 'administrator',
  input: z.object({}),
  answer: z.object({
    rules: z.array(Rule),
    /** What a rule can be about: names by subject. */
    known: z.array(z.object({ about: RuleSubject, values: z.array(z.string()) })),
    /** Entities of the graph that these rules name, as you may know them. */
    entities: z.array(z.object({ id: GraphEntityId, name: z.string() })),
  }),
  errors: ['forbidden'],
})

export const listRuleVersions = query('rules.versions', {
  summary: 'What a rule was like before, newest first; of removed rules too',
  access: 'administrator',
  input: z.object({ ruleId: RuleId }),
  answer: z.object({
    versions: z.array(
      z.object({
        version: z.int(),
        name: z.string(),
        definition: RuleDefinition,
        isOn: z.boolean(),
        isRemoved: z.boolean(),
        savedBy: UserId,
        savedAt: Instant,
      }),
    ),
  }),
  errors: ['forbidden', 'not_found'],
})

export const saveRule = command('rules.save', {
  summary: 'Make a rule, behind those that are there, or change one; it holds from the next message on',
  access: 'administrator',
  body: z.object({
    /** Absent: a new one. */
    ruleId: RuleId.optional(),
    name: RuleName,
    definition: RuleDefinition,
    isOn: z.boolean().default(true),
  }),
  answer: z.object({ rule: Rule }),
  errors: ['forbidden', 'not_found', 'rule_faulty', 'rule_name_taken', 'too_many_rules', 'too_many_terms'],
})

export const switchRule = command('rules.switch', {
  summary: 'Switch a rule off, or on again',
  access: 'administrator',
  body: z.object({ ruleId: RuleId, isOn: z.boolean() }),
  answer: z.object({ rule: Rule }),
  errors: ['forbidden', 'not_found'],
})

export const moveRule = command('rules.move', {
  summary: 'Give a rule another place among the rules: 0 is the first, which outranks all others',
  access: 'administrator',
  body: z.object({ ruleId: RuleId, place: z.int().min(0) }),
  answer: z.object({ previous: z.int() }),
  errors: ['forbidden', 'not_found'],
})

export const removeRule = command('rules.remove', {
  summary: 'Remove a rule; `rules.restore` brings it back',
  access: 'administrator',
  body: z.object({ ruleId: RuleId }),
  answer: z.object({
    /** As it was last. */
    version: z.int(),
  }),
  errors: ['forbidden', 'not_found'],
})

export const restoreRule = command('rules.restore', {
  summary: 'Make a rule again what it was in a version of it',
  access: 'administrator',
  body: z.object({ ruleId: RuleId, version: z.int() }),
  answer: z.object({ rule: Rule }),
  errors: ['forbidden', 'not_found', 'rule_faulty', 'rule_name_taken', 'too_many_rules', 'too_many_terms'],
})

export const importRules = command('rules.import', {
  summary:
    'Add the rules of a file, a JSON object {"rules":[{"name","definition","isOn"}]}; one of a known name is changed. All of them or, where one is wrong, none',
  access: 'administrator',
  body: z.object({ fileName: wellFormedText(255), content: wellFormedText(RULE_FILE_LIMIT) }),
  answer: z.object({ added: z.int(), changed: z.int() }),
  errors: ['forbidden', 'rule_file_broken', 'rule_faulty', 'rule_name_taken', 'too_many_rules', 'too_many_terms'],
})

/** So many messages a rule is tried on at most. */
export const TRIED_MESSAGES = 500

export const tryRule = command('rules.try', {
  summary: 'What a rule would change of the last 500 messages that the caller may read; nothing is stored',
  access: 'administrator',
  body: z.object({
    /** Absent: a new one. */
    ruleId: RuleId.optional(),
    definition: RuleDefinition,
  }),
  answer: z.object({
    /** Where there are any, nothing was tried. */
    faults: z.array(RuleFault),
    /** Messages looked at, those that its conditions hold for, and those that it changes. */
    looked: z.int(),
    held: z.int(),
    changed: z.int(),
    /** The newest of these that it holds for, those first that it changes. */
    messages: z.array(
      z.object({
        messageId: MessageId,
        channelId: ChannelId,
        authorId: UserId,
        createdAt: Instant,
        text: z.string(),
        isChanged: z.boolean(),
        /** What the rule is about, without it and with it; null: none. Of dictionaries, the terms found. */
        before: z.string().nullable(),
        after: z.string().nullable(),
        spans: Understanding.shape.slots.element.pick({ start: true, end: true }).array(),
      }),
    ),
  }),
  errors: ['forbidden', 'not_found', 'too_many_terms', 'rate_limited'],
})
