import { type Encoder, EncoderUnavailableError, type Encoding } from '@parley/inference'
import { detectLanguage } from '@parley/text'
import { type MessageEncoding, type Speller, statesAsMeant } from './encode-as-meant'
import { encodeMessages, type StatesOfPart, statesOfParts } from './encode-messages'
import { classifiedPart } from './features/classified-part'
import type { IntentClassifier } from './intents/intent-classifier'
import { judgeSegments } from './intents/judge-segments'
import { withNames } from './names/with-names'
import { judgeRequests } from './requests/judge-requests'
import { type RequestUnit, requestUnits } from './requests/request-units'
import type { SpanTagger } from './spans/span-tagger'
import { saysSomething } from './substance/substance'
import type { Tone } from './tone/tone'
import type { ReadPart, ToneReader, ToneShifts } from './tone/tone-reader'
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
 * Reads messages: one encoder pass each (two where a slip is mended), then light heads. While the encoder is away messages are understood by their
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
      heads.classifier,
    )
    return messages.map(({ text, situation }, index) =>
      understandEncoded(text, situation, encodings[index] ?? null, heads),
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

/** The heads alone, for programs that encode elsewhere: `encoding` is as `encodeMessages` gives it, or null without an encoder. */
export function understandEncoded(
  text: string,
  situation: Situation,
  encoding: MessageEncoding | null,
  { classifier, recognise, ...heads }: Omit<UnderstanderOptions, 'encoder'>,
): Understanding {
  const part = classifiedPart(text)
  const slots = recognise(text, situation)
  return {
    language: detectLanguage(text),
    intent: intentOf(text, classifier.predict(statesAsMeant(encoding), part)),
    slots: encoding && heads.names ? withNames(slots, heads.names.tag(encoding, part), text) : slots,
    ...(encoding && readParts(part, encoding, { classifier, ...heads })),
  }
}

/** What is read from what somebody says, and from its parts: its requests, its intents where it has several, its tone. */
function readParts(
  text: string,
  encoding: Encoding,
  { classifier, requests, tone }: Pick<UnderstanderOptions, 'classifier' | 'requests' | 'tone'>,
): Pick<Understanding, 'requests' | 'intents' | 'tone'> {
  const statesOf = statesOfParts(encoding)
  const intents = judgeSegments(text, statesOf, classifier)
  const units = requestUnits(text)
  return {
    ...(requests && { requests: judgeRequests(text, units, { whole: encoding, of: statesOf }, requests) }),
    ...(intents.length > 0 && { intents }),
    ...(tone && { tone: readTone(text, units, { whole: encoding, of: statesOf }, tone) }),
  }
}

/** The tone alone, with evidence from elsewhere. */
export function toneWith(shifts: ToneShifts, message: string, encoding: Encoding, tone: ToneReader): Tone {
  const text = classifiedPart(message)
  return readTone(text, requestUnits(text), { whole: encoding, of: statesOfParts(encoding) }, tone, shifts)
}

function readTone(
  text: string,
  units: readonly RequestUnit[],
  states: { readonly whole: Encoding; readonly of: StatesOfPart },
  tone: ToneReader,
  shifts: ToneShifts = {},
): Tone {
  // A message that is one unit is read as a whole.
  const parts = (units.length < 2 ? [] : units).flatMap((unit): ReadPart[] => {
    const encoding = states.of(unit)
    return encoding ? [{ text: text.slice(unit.start, unit.end), encoding, kind: unit.kind }] : []
  })
  return tone.read({ text, encoding: states.whole }, parts, shifts)
}

/** A message that says nothing in words has no intent, whatever it reminds the classifier of. */
export const intentOf = (text: string, predicted: IntentPrediction): IntentPrediction =>
  predicted.name === null || saysSomething(text) ? predicted : { ...predicted, name: null, confidence: 0 }

/** Empty while the encoder is away: a message understood by its words now is worth more than one understood later. */
async function encodeAll(
  encoder: Encoder | null,
  messages: readonly string[],
  options: UnderstandOptions,
  speller: Speller,
): Promise<MessageEncoding[]> {
  if (encoder === null) return []
  try {
    return await encodeMessages(encoder, messages, options, speller)
  } catch (error) {
    if (error instanceof EncoderUnavailableError) return []
    throw error
  }
}
