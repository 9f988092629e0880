import { type Encoder, EncoderUnavailableError, type Encoding } from '@parley/inference'
import { detectLanguage } from '@parley/text'
import { classifiedPart } from './features/classified-part'
import type { IntentClassifier } from './intents/intent-classifier'
import type { Situation, Slot, Understanding } from './understanding'

export interface UnderstanderOptions {
  /** Null: the classifier's lexical part alone decides. */
  readonly encoder: Encoder | null
  readonly classifier: IntentClassifier
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
export function createUnderstander({ encoder, classifier, recognise }: UnderstanderOptions): Understander {
  classifier.assertReads(encoder)
  const understandMany: Understander['understandMany'] = async (messages, options = {}) => {
    const encodings = await encodeAll(
      encoder,
      messages.map(({ text }) => text),
      options,
    )
    return messages.map(({ text, situation }, index) =>
      understandEncoded(text, situation, encodings[index] ?? null, { classifier, recognise }),
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

/** The heads alone, for programs that encode elsewhere: `encoding` is of the text's `classifiedPart`, as a query. */
export function understandEncoded(
  text: string,
  situation: Situation,
  encoding: Encoding | null,
  { classifier, recognise }: Pick<UnderstanderOptions, 'classifier' | 'recognise'>,
): Understanding {
  return {
    language: detectLanguage(text),
    intent: classifier.predict(encoding, classifiedPart(text)),
    slots: recognise(text, situation),
  }
}

/** Empty while the encoder is away: a message understood by its words now is worth more than one understood later. */
async function encodeAll(
  encoder: Encoder | null,
  texts: readonly string[],
  options: UnderstandOptions,
): Promise<Encoding[]> {
  if (encoder === null) return []
  try {
    return await encoder.encode(texts.map(classifiedPart), { purpose: 'query', ...options })
  } catch (error) {
    if (error instanceof EncoderUnavailableError) return []
    throw error
  }
}
