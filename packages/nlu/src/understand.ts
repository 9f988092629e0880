import { type Encoder, EncoderUnavailableError, type Encoding } from '@parley/inference'
import { detectLanguage } from '@parley/text'
import { classifiedPart } from './features/classified-part'
import type { IntentClassifier } from './intents/intent-classifier'
import { judgeRequests } from './requests/judge-requests'
import { textsToEncode } from './requests/request-units'
import { saysSomething } from './substance/substance'
import type { IntentPrediction, Situation, Slot, Understanding } from './understanding'

export interface UnderstanderOptions {
  /** Null: the classifier's lexical part alone decides. */
  readonly encoder: Encoder | null
  readonly classifier: IntentClassifier
  /** Trained on the request pack; without it, and without an encoder, requests are told by rules alone. */
  readonly requests?: IntentClassifier | undefined
  /** Finds dates, people, amounts and the like in a text. */
  readonly recognise: (text: string, situation: Situation) => readonly Slot[]
}

export interface UnderstandOptions {
  /** `interactive` messages are encoded before `background` ones. Default `interactive`. */
  readonly priority?: 'interactive' | 'background'
  readonly signal?: AbortSignal
}

export interface Understander {
  understand(text: string, situation: Situation, options?: UnderstandOptions): Promise<Understanding>
  /** One encoder request for all; results in order. */
  understandMany(
    messages: readonly { readonly text: string; readonly situation: Situation }[],
    options?: UnderstandOptions,
  ): Promise<Understanding[]>
}

/**
 * Reads messages: one encoder pass each, then light heads. While the encoder is away messages are understood by their
 * n-grams, which the prediction's `features` tells.
 *
 * @throws IntentModelError when the classifier was trained for another encoder.
 */
export function createUnderstander({ encoder, ...heads }: UnderstanderOptions): Understander {
  heads.classifier.assertReads(encoder)
  heads.requests?.assertReads(encoder)
  const understandMany: Understander['understandMany'] = async (messages, options = {}) => {
    const texts = messages.map(({ text }) => textsToEncode(text))
    const encodings = dealOut(await encodeAll(encoder, texts.flat(), options), texts)
    return messages.map(({ text, situation }, index) =>
      understandEncoded(text, situation, encodings[index] ?? [], heads),
    )
  }
  return {
    understandMany,
    understand: async (text, situation, options) => {
      const [understanding] = await understandMany([{ text, situation }], options)
      return understanding as Understanding
    },
  }
}

/** Encodings of several messages' texts, a list for each message; each list is empty when there are none. */
export function dealOut(encodings: readonly Encoding[], texts: readonly (readonly string[])[]): Encoding[][] {
  let from = 0
  return texts.map(({ length }) => {
    from += length
    return encodings.slice(from - length, from)
  })
}

/** The heads alone, for programs that encode elsewhere: `encodings` are of its `textsToEncode`, or empty without an encoder. */
export function understandEncoded(
  text: string,
  situation: Situation,
  encodings: readonly Encoding[],
  { classifier, requests, recognise }: Omit<UnderstanderOptions, 'encoder'>,
): Understanding {
  return {
    language: detectLanguage(text),
    intent: intentOf(text, classifier.predict(encodings[0] ?? null, classifiedPart(text))),
    slots: recognise(text, situation),
    ...(requests && encodings.length > 0 && { requests: judgeRequests(text, encodings, requests) }),
  }
}

/** A message that says nothing in words has no intent, whatever it reminds the classifier of. */
const intentOf = (text: string, predicted: IntentPrediction): IntentPrediction =>
  predicted.name === null || saysSomething(text) ? predicted : { ...predicted, name: null, confidence: 0 }

/** Empty while the encoder is away: a message understood by its words now is worth more than one understood later. */
async function encodeAll(
  encoder: Encoder | null,
  texts: readonly string[],
  options: UnderstandOptions,
): Promise<Encoding[]> {
  if (encoder === null) return []
  try {
    return await encoder.encode(texts, { purpose: 'query', ...options })
  } catch (error) {
    if (error instanceof EncoderUnavailableError) return []
    throw error
  }
}
