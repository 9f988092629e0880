import type { PooledStates } from '@parley/inference'
import { type LogOddsShifts, NO_SHIFTS } from '../intents/shift-intents'
import { LabelClassifier } from '../labels/label-classifier'
import type { Act, Judged, Tone } from './tone'
import { TONE_KINDS, type ToneKind } from './tone'
import type { ToneModel } from './train-tone'

/** What is less likely than this is not said: the label must be likelier than all others together. */
const LEAST_PROBABILITY = 0.5

/** What some do not want to have read out of what people write. */
const FEELINGS: ReadonlySet<ToneKind> = new Set(['sentiment', 'emotion'])

/** Evidence that comes from elsewhere, by what it is about. */
export type ToneShifts = { readonly [Kind in ToneKind | 'act']?: LogOddsShifts }

/** A text and the encoder's reading of it. */
export interface ReadPart {
  readonly text: string
  readonly encoding: PooledStates
  readonly kind?: 'sentence' | 'clause'
}

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
   * What a message of several sentences does is what its sentences do; it is urgent where one of its parts is. The rest is
   * told of the whole.
   *
   * @param whole the part that its intent is read from: without an encoding tone is told too badly to be told.
   * @param parts its sentences and clauses, where it has several.
   * @param shifts evidence from elsewhere, in log-odds.
   */
  read(whole: ReadPart, parts: readonly ReadPart[] = [], shifts: ToneShifts = {}): Tone {
    const kinds = this.kinds.flatMap((kind) => {
      const surest = (part: ReadPart) => this.surest(kind, part, shifts[kind])
      const told = kind === 'urgency' ? urgencyOf([whole, ...parts].map(surest)) : surest(whole)
      return told.probability >= LEAST_PROBABILITY ? [[kind, judged(told)]] : []
    })
    const sentences = parts.filter(({ kind }) => kind === 'sentence')
    const acts = this.actsOf(sentences.length > 1 ? sentences : [whole], shifts.act)
    return { acts, ...Object.fromEntries(kinds) }
  }

  /** The classifier of one kind, to be measured by itself. */
  of(kind: ToneKind | 'acts'): LabelClassifier {
    return this.classifiers.get(kind) as LabelClassifier
  }

  /** @throws LabelModelError when the model reads features of another encoder than this one. */
  assertReads(encoder: { readonly id: string } | null): void {
    for (const classifier of this.classifiers.values()) classifier.assertReads(encoder)
  }

  private surest(kind: ToneKind, { encoding, text }: ReadPart, shifts: LogOddsShifts = NO_SHIFTS): Judged {
    const { ranking } = this.of(kind).predict(encoding, text)
    const worth = ranking.map(({ name, probability }) => probability * Math.exp(shifts.get(name) ?? 0))
    const total = worth.reduce((sum, one) => sum + one, 0) || 1
    const shifted = ranking.map(({ name }, index) => ({ name, probability: (worth[index] as number) / total }))
    return shifted.toSorted(bySureness)[0] as Judged
  }

  private actsOf(parts: readonly ReadPart[], shifts: LogOddsShifts = NO_SHIFTS): Judged<Act>[] {
    const found = parts.flatMap(({ encoding, text }) => this.of('acts').predict(encoding, text).ranking)
    const shifted = found.map(({ name, probability }) => ({ name, probability: shift(probability, shifts.get(name)) }))
    const sure = shifted.filter(({ probability }) => probability >= LEAST_PROBABILITY).sort(bySureness)
    return sure
      .filter(({ name }, index) => sure.findIndex((act) => act.name === name) === index)
      .map((act) => judged(act) as Judged<Act>)
  }
}

function urgencyOf(judgements: readonly Judged[]): Judged {
  const urgent = judgements.filter(({ name }) => name === 'high').sort(bySureness)
  return urgent[0] ?? (judgements[0] as Judged)
}

/** Each act is judged by itself. */
function shift(probability: number, by = 0): number {
  const worth = probability * Math.exp(by)
  return by === 0 ? probability : worth / (worth + 1 - probability)
}

const bySureness = (left: Judged, right: Judged) => right.probability - left.probability

/** Three digits are more than it knows, and half of what would be stored. */
const judged = ({ name, probability }: Judged): Judged => ({ name, probability: Math.round(probability * 1000) / 1000 })
