import type { Encoder, Encoding } from '@parley/inference'
import { encodeAsMeant } from '../encode-as-meant'
import type { IntentClassifier } from '../intents/intent-classifier'
import { type Coalition, everybody } from './shapley-values'
import { keepParts, type TextPart } from './text-parts'

export interface MaskedPredictionsOptions {
  readonly text: string
  readonly parts: readonly TextPart[]
  /** Null: the n-grams alone are asked. */
  readonly encoder: Pick<Encoder, 'encode'> | null
  readonly classifier: IntentClassifier
  readonly signal?: AbortSignal | undefined
}

/** What the classifier makes of the text with parts left out, each coalition read once. */
export class MaskedPredictions {
  private readonly confidences = new Map<Coalition, Float64Array>()

  /** @param whole what it makes of the whole text. */
  constructor(
    private readonly options: MaskedPredictionsOptions,
    whole: Float64Array,
  ) {
    this.confidences.set(everybody(options.parts.length), whole)
  }

  /** Reads the coalitions that are not known yet, in one request to the encoder. */
  async read(coalitions: Iterable<Coalition>): Promise<void> {
    const { text, parts, classifier } = this.options
    const unknown = [...new Set(coalitions)].filter((coalition) => !this.confidences.has(coalition))
    const texts = unknown.map((coalition) => keepParts(text, parts, coalition))
    const encodings = await this.encode(texts)
    unknown.forEach((coalition, index) => {
      this.confidences.set(coalition, classifier.confidences(encodings[index] ?? null, texts[index] as string))
    })
  }

  /** Confidence in each intent, in the order of the model's. Throws a RangeError for a coalition that was not read. */
  confidencesOf(coalition: Coalition): Float64Array {
    const confidences = this.confidences.get(coalition)
    if (confidences === undefined) throw new RangeError(`coalition ${coalition} was not read`)
    return confidences
  }

  private async encode(texts: readonly string[]): Promise<readonly Encoding[]> {
    const { encoder, classifier, signal } = this.options
    if (encoder === null || texts.length === 0) return []
    return encodeAsMeant(encoder, texts, classifier, signal && { signal })
  }
}
