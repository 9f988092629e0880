import { z } from 'zod'
import { query } from '../endpoint'
import { MessageId } from '../ids'

/** A stretch of the message; UTF-16 offsets. */
const TextPart = z.object({ start: z.int(), end: z.int(), text: z.string() })

/** Why a message was understood as it was. */
export const IntentExplanation = z.object({
  /** What its intent was read from, where slips or words in pinyin were mended; null: as it is written. */
  readAs: z.string().nullable(),
  /** The best intent, also when its confidence stayed under the threshold: what the shares are about. */
  intent: z.string(),
  /** null: no known intent. */
  name: z.string().nullable(),
  confidence: z.number(),
  threshold: z.number(),
  /** Confidence when every word is left out. */
  baseValue: z.number(),
  /** What each word, or group of words of a long message, adds; they sum to `confidence` − `baseValue`. */
  shares: z.array(TextPart.extend({ value: z.number() })),
  runnerUp: z.object({ name: z.string(), probability: z.number() }).nullable(),
  /** Probability of the best intent less that of the runner-up. */
  margin: z.number(),
  /** The fewest words found whose removal gives another outcome; null where none was found. */
  flippingEdit: z
    .object({ removed: z.array(TextPart), text: z.string(), name: z.string().nullable(), confidence: z.number() })
    .nullable(),
  /** Training examples nearest to the message. */
  nearestExamples: z.array(z.object({ text: z.string(), intent: z.string(), similarity: z.number() })),
  /** What the prediction was made from. */
  features: z.string(),
})
export type IntentExplanation = z.infer<typeof IntentExplanation>

/** Layers of the largest encoder that anybody runs here. */
const MOST_LAYERS = 48

export const Attention = z.object({
  layer: z.int(),
  layerCount: z.int(),
  headCount: z.int(),
  /** `isFrame`: put around the message by the encoder. */
  tokens: z.array(z.object({ piece: z.string(), isFrame: z.boolean() })),
  /** One matrix a head, row by row, in thousandths: row i is what token i looks at. */
  heads: z.array(z.array(z.int())),
  /** Only the beginning of the message was read. */
  isTruncated: z.boolean(),
})
export type Attention = z.infer<typeof Attention>

export const readAttention = query('messages.attention', {
  summary:
    "What the message's tokens look at in one layer of the encoder, by head; layer 1 is the first, and beyond the last one it is the last",
  access: 'signed-in',
  input: z.object({ messageId: MessageId, layer: z.coerce.number().int().min(1).max(MOST_LAYERS) }),
  answer: z.object({
    /** null: the server has no encoder. */
    attention: Attention.nullable(),
    isOutdated: z.boolean(),
  }),
  errors: ['not_found', 'not_a_member', 'rate_limited', 'encoder_unavailable'],
})

export const explainMessage = query('messages.explain', {
  summary: 'Why a message is understood as it is: what each of its words adds to the intent, and what would change it',
  access: 'signed-in',
  input: z.object({ messageId: MessageId }),
  answer: z.object({
    /** null: it says nothing in words, or the server knows no intents. */
    explanation: IntentExplanation.nullable(),
    /** It was edited while this was computed, and says something else by now. */
    isOutdated: z.boolean(),
  }),
  errors: ['not_found', 'not_a_member', 'rate_limited'],
})
