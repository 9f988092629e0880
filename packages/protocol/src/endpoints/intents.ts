import { z } from 'zod'
import { command, query } from '../endpoint'
import { Instant } from '../entities'
import { IntentExampleId, IntentModelId, UserId } from '../ids'
import { filledText, wellFormedText } from '../well-formed-text'
import { IntentName } from './labels'

/** The longest example, in Unicode characters. */
export const EXAMPLE_LIMIT = 500
export const EXAMPLES_AT_ONCE = 500
/** An intent of one example cannot be told from it. */
export const FEWEST_EXAMPLES = 2
const EXAMPLE_FILE_LIMIT = 2_000_000

const Example = filledText(EXAMPLE_LIMIT)

/** What comes of a threshold, as shares of all examples judged. */
export const OperatingPoint = z.object({ threshold: z.number(), answered: z.number(), wrong: z.number() })
export type OperatingPoint = z.infer<typeof OperatingPoint>

export const IntentComparison = z.object({
  rows: z.int(),
  rightBefore: z.int(),
  rightAfter: z.int(),
  /** Right before and wrong after. */
  lost: z.int(),
  won: z.int(),
  isWorse: z.boolean(),
})
export type IntentComparison = z.infer<typeof IntentComparison>

export const IntentModelSummary = z.object({
  id: IntentModelId,
  trainedAt: Instant,
  /** Learnt from, the shipped ones not counted. */
  ownExamples: z.int(),
  /** `waiting`: judged worse than the one before it; somebody has to decide. */
  state: z.enum(['kept', 'waiting']),
  isLive: z.boolean(),
  /** Of examples that it had not learnt from. */
  accuracy: z.number().nullable(),
  /** With the model that was live when it was learnt. */
  comparison: IntentComparison,
})
export type IntentModelSummary = z.infer<typeof IntentModelSummary>

export const IntentSummary = z.object({
  name: z.string(),
  isShipped: z.boolean(),
  shippedExamples: z.int(),
  ownExamples: z.int(),
  /** Messages that people labelled as this. */
  labelledMessages: z.int(),
  /** So many of its examples were judged by models that had not learnt from them, and so many of these rightly. */
  judged: z.int(),
  right: z.int(),
})
export type IntentSummary = z.infer<typeof IntentSummary>

export const listIntents = query('intents.list', {
  summary: 'The intents that are told, how well, what is being learnt, and which models are kept',
  access: 'administrator',
  input: z.object({}),
  answer: z.object({
    /** Whether this server tells intents at all. */
    isAvailable: z.boolean(),
    intents: z.array(IntentSummary),
    /** Own examples, and labelled messages, of none of the intents. */
    outOfScope: z.object({ ownExamples: z.int(), labelledMessages: z.int() }),
    learning: z.object({
      phase: z.enum(['idle', 'extending', 'learning']),
      progress: z.number(),
      hasFailed: z.boolean(),
    }),
    /** Newest first. */
    models: z.array(IntentModelSummary),
    /** null: the intents as shipped. */
    liveModel: IntentModelId.nullable(),
    /** Of the live model; null while nobody has judged it. */
    figures: z
      .object({
        threshold: z.number(),
        rows: z.int(),
        accuracy: z.number(),
        curve: z.array(OperatingPoint),
      })
      .nullable(),
    /** The threshold that somebody chose; null: the model's own. */
    operatingPoint: z.number().nullable(),
    rules: z.object({ whoMayLabel: z.enum(['members', 'administrators']), doLabelsTrain: z.boolean() }),
  }),
  errors: ['forbidden'],
})

export const listIntentExamples = query('intents.examples', {
  summary: 'The examples of an intent, the newest first: those of the workspace, and those that are shipped',
  access: 'administrator',
  input: z.object({
    /** Absent: those of none of the intents. */
    intent: IntentName.optional(),
  }),
  answer: z.object({
    own: z.array(z.object({ id: IntentExampleId, text: z.string(), addedBy: UserId, addedAt: Instant })),
    shipped: z.array(z.string()),
  }),
  errors: ['forbidden', 'not_found'],
})

export const createIntent = command('intents.create', {
  summary: 'Make an intent of its first examples; it is told within seconds',
  access: 'administrator',
  body: z.object({ name: IntentName, examples: z.array(Example).max(EXAMPLES_AT_ONCE) }),
  answer: z.object({}),
  errors: [
    'forbidden',
    'intent_name_taken',
    'too_many_intents',
    'too_few_examples',
    'example_contradicts',
    'example_of_none',
    'example_without_words',
    'too_many_examples',
  ],
})

export const renameIntent = command('intents.rename', {
  summary: 'Give an intent of the workspace another name; labels and examples go with it',
  access: 'administrator',
  body: z.object({ name: IntentName, newName: IntentName }),
  answer: z.object({}),
  errors: ['forbidden', 'not_found', 'intent_name_taken'],
})

export const removeIntent = command('intents.remove', {
  summary: 'Remove an intent of the workspace with its examples and labels',
  access: 'administrator',
  body: z.object({ name: IntentName }),
  answer: z.object({}),
  errors: ['forbidden', 'not_found'],
})

export const addIntentExamples = command('intents.addExamples', {
  summary: 'Add examples to an intent, shipped or own, or to none of them; what is there already is left as it is',
  access: 'administrator',
  body: z.object({
    /** null: none of the intents. */
    intent: IntentName.nullable(),
    texts: z.array(Example).min(1).max(EXAMPLES_AT_ONCE),
  }),
  answer: z.object({ added: z.int(), known: z.int() }),
  errors: [
    'forbidden',
    'not_found',
    'example_contradicts',
    'example_of_none',
    'example_without_words',
    'too_many_examples',
  ],
})

export const editIntentExample = command('intents.editExample', {
  summary: 'Change an example of the workspace',
  access: 'administrator',
  body: z.object({ exampleId: IntentExampleId, text: Example }),
  answer: z.object({}),
  errors: [
    'forbidden',
    'not_found',
    'example_contradicts',
    'example_of_none',
    'example_without_words',
    'too_few_examples',
  ],
})

export const removeIntentExample = command('intents.removeExample', {
  summary: 'Remove an example of the workspace; its intent keeps two at least',
  access: 'administrator',
  body: z.object({ exampleId: IntentExampleId }),
  answer: z.object({}),
  errors: ['forbidden', 'not_found', 'too_few_examples'],
})

export const importIntentExamples = command('intents.importExamples', {
  summary:
    'Add the examples of a file, one JSON object {"text","intent"} a line; all of them or, where a line is wrong, none',
  access: 'administrator',
  body: z.object({ fileName: wellFormedText(255), content: wellFormedText(EXAMPLE_FILE_LIMIT) }),
  answer: z.object({ added: z.int(), known: z.int(), newIntents: z.int() }),
  errors: [
    'forbidden',
    'training_file_broken',
    'intent_name_taken',
    'too_many_intents',
    'too_few_examples',
    'example_contradicts',
    'example_of_none',
    'example_without_words',
    'too_many_examples',
  ],
})

export const learnIntents = command('intents.learn', {
  summary: 'Learn all examples and labels anew, in the background',
  access: 'administrator',
  body: z.object({}),
  answer: z.object({}),
  errors: ['forbidden', 'encoder_unavailable'],
})

export const useIntentModel = command('intents.useModel', {
  summary: 'Read messages by another of the models that are kept; null: by the intents as shipped',
  access: 'administrator',
  body: z.object({ modelId: IntentModelId.nullable() }),
  answer: z.object({ previous: IntentModelId.nullable() }),
  errors: ['forbidden', 'not_found', 'model_unusable'],
})

export const setOperatingPoint = command('intents.setOperatingPoint', {
  summary:
    'Say how sure the server must be to tell an intent; null: as the model has it. It holds from the next message on',
  access: 'administrator',
  body: z.object({ threshold: z.number().min(0).max(1).nullable() }),
  answer: z.object({ previous: z.number().nullable() }),
  errors: ['forbidden', 'model_unusable'],
})

export const setLabelRules = command('labels.setRules', {
  summary: 'Say who may label messages, and whether labels may be learnt from',
  access: 'administrator',
  body: z.object({
    whoMayLabel: z.enum(['members', 'administrators']).optional(),
    doLabelsTrain: z.boolean().optional(),
  }),
  answer: z.object({}),
  errors: ['forbidden'],
})
