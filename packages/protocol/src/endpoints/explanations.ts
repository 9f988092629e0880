import { z } from 'zod'
import { query } from '../endpoint'
import { MessageId } from '../ids'

/** A stretch of the message; UTF-16 offsets. */
const TextPart = z.object({ start: z.int(), end: z.int(), text: z.string() })

/** Why a message was understood as it was. */
export const IntentExplanation = z.object({
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
