import type { Encoding } from '@parley/inference'
import { LabelClassifier } from '../labels/label-classifier'
import type { Act, Judged, Tone } from './tone'
import { TONE_KINDS, type ToneKind } from './tone'
import type { ToneModel } from './train-tone'

/** What is less likely than this is not said: the label must be likelier than all others together. */
const LEAST_PROBABILITY = 0.5

/** What some do not want to have read out of what people write. */
const FEELINGS: ReadonlySet<ToneKind> = new Set(['sentiment', 'emotion'])

/** Reads how a message is said: what it does, its sentiment and emotion, how urgent and how polite it is. */
export class ToneReader {
  private readonly classifiers: ReadonlyMap<ToneKind | 'acts', LabelClassifier>

  private readonly kinds: readonly ToneKind[]

  constructor(model: ToneModel, { readsSentiment = true }: { readonly readsSentiment?: boolean } = {}) {
    this.kinds = TONE_KINDS.filter((kind) => readsSentiment || !FEELINGS.has(kind))
    this.classifiers = new Map(
      Object.entries(model).map(([kind, labels]) => [kind as ToneKind | 'acts', new LabelClassifier(labels)]),
    )
  }

  /**
   * @param encoding of the part that its intent is read from: by words alone tone is told too badly to be told.
   * @param text that part.
   */
  read(encoding: Encoding, text: string): Tone {
    const kinds = this.kinds.flatMap((kind) => {
      const surest = this.of(kind).predict(encoding, text).ranking[0]
      return surest && surest.probability >= LEAST_PROBABILITY ? [[kind, judged(surest)]] : []
    })
    return { acts: this.actsOf(encoding, text), ...Object.fromEntries(kinds) }
  }

  /** The classifier of one kind, to be measured by itself. */
  of(kind: ToneKind | 'acts'): LabelClassifier {
    return this.classifiers.get(kind) as LabelClassifier
  }

  /** @throws LabelModelError when the model reads features of another encoder than this one. */
  assertReads(encoder: { readonly id: string } | null): void {
    for (const classifier of this.classifiers.values()) classifier.assertReads(encoder)
  }

  private actsOf(encoding: Encoding, text: string): Judged<Act>[] {
    const { ranking } = this.of('acts').predict(encoding, text)
    return ranking
      .filter(({ probability }) => probability >= LEAST_PROBABILITY)
      .map((act) => judged(act) as Judged<Act>)
  }
}

/** Three digits are more than it knows, and half of what would be stored. */
const judged = ({ name, probability }: Judged): Judged => ({ name, probability: Math.round(probability * 1000) / 1000 })
