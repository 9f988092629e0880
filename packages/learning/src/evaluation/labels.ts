import { LabelClassifier, loadTonePack, TONE_KINDS, type ToneKind, toneExamples } from '@parley/nlu'
import type { Language } from '@parley/text'
import { byLanguage } from './by-language'
import { EvaluationInputError } from './evaluation-input-error'
import { judgeLabels } from './judge-labels'
import { type LabelFigures, type LabelMetrics, labelMetrics, metricsByLabel } from './label-metrics'
import { readLabelRows } from './label-rows'
import { readLabelMap } from './map-labels'
import { type Provenance, type ShippedEvaluationOptions, trainAndMeasure, trainerProgress } from './trained-evaluation'

export interface LabelsOptions extends ShippedEvaluationOptions {
  /** Which of the shipped heads; with a training file, the field of its rows that holds the labels. */
  readonly head?: string | undefined
}

export interface LabelsReport extends LabelMetrics, Provenance {
  readonly task: 'labels'
  readonly lang: Readonly<Partial<Record<Language, LabelMetrics>>>
  readonly byLabel: Readonly<Record<string, LabelFigures>>
}

/** The shipped heads by the names of what they tell. */
export const LABEL_HEADS: readonly (ToneKind | 'acts')[] = [...TONE_KINDS, 'acts']

/**
 * `eval labels`: trains the label heads that the server uses, or takes a shipped one, and measures them on a test file.
 * Files of `label` get exactly one a row, files of `labels` any number.
 *
 * @throws EvaluationInputError for unusable input.
 */
export async function evaluateLabels(options: LabelsOptions): Promise<LabelsReport> {
  const [test, map] = await Promise.all([readLabelRows(options.test, options.head), readLabelMap(options.map)])
  return trainAndMeasure(
    options,
    () => (options.train === undefined ? trainShipped(options) : train(options, options.train)),
    async (classifier) => {
      const judged = await judgeLabels(test, classifier, { encoder: options.encoder, map })
      const lang = byLanguage(judged, (row) => row.lang, labelMetrics)
      return { task: 'labels', ...labelMetrics(judged), lang, byLabel: metricsByLabel(judged) } as const
    },
  )
}

/** A head that Parley ships, of the material that it ships. */
export function trainShipped(options: LabelsOptions): Promise<LabelClassifier> {
  const head = LABEL_HEADS.find((name) => name === options.head)
  if (head === undefined)
    throw new EvaluationInputError({ file: options.test }, `needs --train, or --head of ${LABEL_HEADS}`)
  const { encoder, product, seed } = options
  return LabelClassifier.train(toneExamples(loadTonePack(), head), {
    encoder,
    product,
    seed,
    isExclusive: head !== 'acts',
    onProgress: trainerProgress(options),
  })
}

async function train(options: LabelsOptions, file: string): Promise<LabelClassifier> {
  const examples = await readLabelRows(file, options.head)
  if (new Set(examples.map(({ isExclusive }) => isExclusive)).size > 1) {
    throw new EvaluationInputError({ file }, 'mixes rows of "label" and of "labels"')
  }
  const isExclusive = examples[0]?.isExclusive
  return LabelClassifier.train(examples, { ...options, isExclusive, onProgress: trainerProgress(options) })
}
