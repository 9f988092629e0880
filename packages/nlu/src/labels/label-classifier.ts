import type { PooledStates } from '@parley/inference'
import { createViewLogits, type ViewLogits } from '../features/view-logits'
import { sigmoid } from '../numeric/logistic-regression'
import { poolLogOdds } from './fit-label-pool'
import {
  type LabelExample,
  type LabelModel,
  LabelModelError,
  type LabelPool,
  type LabelPrediction,
} from './label-model'
import { type TrainLabelsOptions, trainLabels } from './train-labels'

/** Gives a message any number of labels, each with a calibrated probability. */
export class LabelClassifier {
  private readonly logits: readonly ViewLogits[]

  constructor(readonly model: LabelModel) {
    this.logits = model.heads.map(({ view, linear }) => createViewLogits(view, linear, LabelModelError))
  }

  /** @throws LabelTrainingError when the examples cannot be learnt from. */
  static async train(examples: readonly LabelExample[], options: TrainLabelsOptions): Promise<LabelClassifier> {
    return new LabelClassifier(await trainLabels(examples, options))
  }

  /**
   * @param encoding of the text, by the encoder that the model was trained with; null while there is none: the n-grams
   *   alone then decide, with thresholds of their own.
   * @throws LabelModelError when the encoding is of another size than the model's.
   */
  predict(encoding: PooledStates | null, text: string): LabelPrediction {
    const { model } = this
    const usable = model.encoderId === null ? null : encoding
    const pool = usable === null ? model.lexicalPool : model.pool
    const logOdds = this.logits.map((logits, index) =>
      pool.weights[index] === 0 ? null : logits({ text, encoding: usable }),
    )
    const probabilities = model.labels.map((_name, label) =>
      sigmoid(
        poolLogOdds(
          logOdds.map((head) => head?.[label] ?? 0),
          pool,
        ),
      ),
    )
    const ranking = rank(model, pool, probabilities)
    return { labels: choose(model, ranking).map(({ name }) => name), ranking }
  }

  /** @throws LabelModelError when the model reads features of another encoder than this one. */
  assertReads(encoder: { readonly id: string } | null): void {
    const { encoderId } = this.model
    if (encoder === null || encoderId === null || encoder.id === encoderId) return
    throw new LabelModelError(`the model reads features of ${encoderId}, not of ${encoder.id}`)
  }
}

type Ranked = LabelPrediction['ranking'][number]

function rank(
  { labels, isExclusive }: LabelModel,
  { thresholds }: LabelPool,
  probabilities: readonly number[],
): Ranked[] {
  const total = isExclusive ? probabilities.reduce((sum, probability) => sum + probability, 0) : 1
  return labels
    .map((name, label) => ({
      name,
      probability: (probabilities[label] as number) / total,
      threshold: thresholds[label] as number,
    }))
    .toSorted((left, right) => right.probability - left.probability)
}

function choose({ isExclusive, isEveryMessageLabelled }: LabelModel, ranking: readonly Ranked[]): readonly Ranked[] {
  if (isExclusive) return ranking.slice(0, 1)
  const given = ranking.filter(({ probability, threshold }) => probability >= threshold)
  return given.length === 0 && isEveryMessageLabelled ? [nearestToThreshold(ranking)] : given
}

/** Where some label must be given and none passes, the one that comes nearest to passing. */
function nearestToThreshold(ranking: readonly Ranked[]): Ranked {
  const ratio = ({ probability, threshold }: Ranked) => probability / threshold
  return ranking.reduce((best, label) => (ratio(label) > ratio(best) ? label : best))
}
