import type { Encoder } from '@parley/inference'
import { encodeAsMeant } from '../encode-as-meant'
import { classifiedPart } from '../features/classified-part'
import type { IntentClassifier } from '../intents/intent-classifier'
import type { IntentPrediction } from '../understanding'
import { drawCoalitions } from './draw-coalitions'
import { type FlippingEdit, findFlippingEdit } from './flipping-edit'
import { MaskedPredictions } from './masked-predictions'
import { settleValues } from './settle-values'
import type { Coalition } from './shapley-values'
import { type TextPart, textParts } from './text-parts'

export interface ExplainIntentOptions {
  /** The one that the classifier was trained with; null: what the n-grams alone say is explained. */
  readonly encoder: Pick<Encoder, 'id' | 'encode'> | null
  readonly classifier: IntentClassifier
  /** Default 1. The same text and seed give the same explanation. */
  readonly seed?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** Why a message was understood as it was. */
export interface IntentExplanation {
  readonly prediction: IntentPrediction
  /** What its intent was read from, where slips or words in pinyin were mended; null: as it is written. */
  readonly readAs: string | null
  /** The best intent, also when its confidence stayed under the threshold: what the attributions are about. */
  readonly intent: string
  /** Confidence in that intent when every word is left out. */
  readonly baseValue: number
  /** What each word, or group of words of a long message, adds. They sum to `prediction.confidence` − `baseValue`. */
  readonly attributions: readonly Attribution[]
  readonly runnerUp: IntentPrediction['ranking'][number] | null
  /** Probability of the best intent less that of the runner-up. */
  readonly margin: number
  /** Null where no removal that was tried changes the outcome. */
  readonly flippingEdit: FlippingEdit | null
}

/** UTF-16 offsets into the message. */
export interface Attribution extends TextPart {
  /** Shapley value, in confidence: below 0 where the words speak against the intent. */
  readonly value: number
}

/** More are taken together with their neighbours: each costs passes of the encoder. */
const MOST_PARTS = 16
const LEAST_PARTS = 4
/** Time goes with the tokens read: on two cores a thousand take some 0.3 s. */
const MOST_TOKENS = 420
/** What stands around every text: prefix and special tokens. */
const FRAME_TOKENS = 5
const [LEAST_PAIRS, MOST_PAIRS] = [3, 32]

/**
 * Explains what the classifier makes of a message by asking it again with words left out: Shapley values over words
 * (Štrumbelj & Kononenko 2014; Lundberg & Lee 2017), from sampled coalitions until they settle. Only the part of the
 * message that intents are read from is explained.
 *
 * @throws IntentModelError when the classifier was trained for another encoder.
 */
export async function explainIntent(text: string, options: ExplainIntentOptions): Promise<IntentExplanation> {
  const { encoder, classifier, seed = 1, signal } = options
  classifier.assertReads(encoder)
  const part = classifiedPart(text)
  const [encoding = null] = encoder ? await encodeAsMeant(encoder, [part], classifier, signal && { signal }) : []
  const tokens = encoding?.tokenCount ?? 0
  const parts = textParts(part, partsFor(tokens))
  const prediction = classifier.predict(encoding, part)
  const predictions = new MaskedPredictions({ ...options, text: part, parts }, classifier.confidences(encoding, part))
  const intent = prediction.ranking[0]?.name as string
  const meant = classifier.asMeant(part)
  const column = classifier.model.intents.indexOf(intent)
  const worth = (coalition: Coalition) => predictions.confidencesOf(coalition)[column] as number
  const pairs = drawCoalitions(parts.length, pairsWithin(parts.length, tokens), seed)
  const read = (coalitions: readonly Coalition[]) => predictions.read(coalitions)
  const values = await settleValues({ players: parts.length, pairs, read, worth })
  return {
    prediction,
    readAs: meant === part ? null : meant.trim(),
    intent,
    baseValue: worth(0),
    attributions: parts.map((own, index) => ({ ...own, value: values[index] as number })),
    ...compareBest(prediction),
    flippingEdit: await findFlippingEdit({ text: part, parts, values, prediction, predictions, classifier }),
  }
}

/** Each part is read alone and left out alone, which is one message, and so is each of three pairs: that is to fit. */
const partsFor = (tokens: number): number =>
  Math.max(LEAST_PARTS, Math.min(MOST_PARTS, Math.floor(MOST_TOKENS / (tokens + FRAME_TOKENS)) - LEAST_PAIRS))

/** Pairs of coalitions that fit beside the single ones; few at least. */
function pairsWithin(parts: number, tokens: number): number {
  const fitting = Math.floor(MOST_TOKENS / (tokens + FRAME_TOKENS)) - parts
  return Math.max(LEAST_PAIRS, Math.min(MOST_PAIRS, fitting))
}

function compareBest({ ranking }: IntentPrediction): Pick<IntentExplanation, 'runnerUp' | 'margin'> {
  const runnerUp = ranking[1] ?? null
  return { runnerUp, margin: (ranking[0]?.probability ?? 0) - (runnerUp?.probability ?? 0) }
}
