import { type Encoder, EncoderUnavailableError, type Encoding } from '@parley/inference'
import { detectLanguage } from '@parley/text'
import { encodeMessages, textsToEncode } from './encode-messages'
import { classifiedPart } from './features/classified-part'
import type { IntentClassifier } from './intents/intent-classifier'
import { judgeSegments } from './intents/judge-segments'
import { withNames } from './names/with-names'
import { judgeRequests } from './requests/judge-requests'
import type { SpanTagger } from './spans/span-tagger'
import { saysSomething } from './substance/substance'
import type { ToneReader } from './tone/tone-reader'
import type { IntentPrediction, Situation, Slot, Understanding } from './understanding'

export interface UnderstanderOptions {
  /** Null: the classifier's lexical part alone decides. */
  readonly encoder: Encoder | null
  readonly classifier: IntentClassifier
  /** Trained on the request pack; without it, and without an encoder, requests are told by rules alone. */
  readonly requests?: IntentClassifier | undefined
  /** Without it, and without an encoder, nothing is said of the tone. */
  readonly tone?: ToneReader | undefined
  /** Finds names that no directory knows; it reads token states, and without an encoder finds none. */
  readonly names?: SpanTagger | undefined
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
  heads.tone?.assertReads(encoder)
  heads.names?.assertReads(encoder)
  const understandMany: Understander['understandMany'] = async (messages, options = {}) => {
    const encodings = await encodeAll(
      encoder,
      messages.map(({ text }) => text),
      options,
    )
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

/** The heads alone, for programs that encode elsewhere: `encodings` are of its `textsToEncode`, or empty without an encoder. */
export function understandEncoded(
  text: string,
  situation: Situation,
  encodings: readonly Encoding[],
  { classifier, recognise, ...heads }: Omit<UnderstanderOptions, 'encoder'>,
): Understanding {
  const part = classifiedPart(text)
  const [whole] = encodings
  const slots = recognise(text, situation)
  return {
    language: detectLanguage(text),
    intent: intentOf(text, classifier.predict(whole ?? null, part)),
    slots: whole && heads.names ? withNames(slots, heads.names.tag(whole, part), text) : slots,
    ...(whole && partsOf(text, encodings, { classifier, ...heads })),
    ...(whole && heads.tone && { tone: heads.tone.read(whole, part) }),
  }
}

/** What is read from the parts of a message: its requests, and its intents where it has several. */
function partsOf(
  text: string,
  encodings: readonly Encoding[],
  { classifier, requests }: Pick<UnderstanderOptions, 'classifier' | 'requests'>,
): Pick<Understanding, 'requests' | 'intents'> {
  const byText = new Map(textsToEncode(text).map((encoded, index) => [encoded, encodings[index]]))
  const encodingOf = (encoded: string) => byText.get(encoded)
  const intents = judgeSegments(text, encodingOf, classifier)
  return {
    ...(requests && { requests: judgeRequests(text, encodingOf, requests) }),
    ...(intents.length > 0 && { intents }),
  }
}

/** A message that says nothing in words has no intent, whatever it reminds the classifier of. */
const intentOf = (text: string, predicted: IntentPrediction): IntentPrediction =>
  predicted.name === null || saysSomething(text) ? predicted : { ...predicted, name: null, confidence: 0 }

/** Empty while the encoder is away: a message understood by its words now is worth more than one understood later. */
async function encodeAll(
  encoder: Encoder | null,
  messages: readonly string[],
  options: UnderstandOptions,
): Promise<Encoding[][]> {
  if (encoder === null) return []
  try {
    return await encodeMessages(encoder, messages, options)
  } catch (error) {
    if (error instanceof EncoderUnavailableError) return []
    throw error
  }
}
