import { LabelClassifier } from '@parley/nlu'
import type { Language } from '@parley/text'
import { byLanguage } from './by-language'
import { EvaluationInputError } from './evaluation-input-error'
import { judgeLabels } from './judge-labels'
import { type LabelMetrics, labelMetrics } from './label-metrics'
import { readLabelRows } from './label-rows'
import { type Provenance, type TrainedEvaluationOptions, trainAndMeasure, trainerProgress } from './trained-evaluation'

export interface LabelsReport extends LabelMetrics, Provenance {
  readonly task: 'labels'
  readonly lang: Readonly<Partial<Record<Language, LabelMetrics>>>
}

/**
 * `eval labels`: trains the label heads that the server uses and measures them on a test file. Files of `label` get
 * exactly one a row, files of `labels` any number.
 *
 * @throws EvaluationInputError for unusable input.
 */
export async function evaluateLabels(options: TrainedEvaluationOptions): Promise<LabelsReport> {
  const test = await readLabelRows(options.test)
  return trainAndMeasure(
    options,
    () => train(options),
    async (classifier) => {
      const judged = await judgeLabels(test, classifier, options.encoder)
      const lang = byLanguage(judged, (row) => row.lang, labelMetrics)
      return { task: 'labels', ...labelMetrics(judged), lang } as const
    },
  )
}

async function train(options: TrainedEvaluationOptions): Promise<LabelClassifier> {
  const examples = await readLabelRows(options.train)
  if (new Set(examples.map(({ isExclusive }) => isExclusive)).size > 1) {
    throw new EvaluationInputError({ file: options.train }, 'mixes rows of "label" and of "labels"')
  }
  const isExclusive = examples[0]?.isExclusive
  return LabelClassifier.train(examples, { ...options, isExclusive, onProgress: trainerProgress(options) })
}
