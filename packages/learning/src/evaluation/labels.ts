import type { Encoder, MatrixProduct } from '@parley/inference'
import { LabelClassifier, type LabelPrediction } from '@parley/nlu'
import type { Language } from '@parley/text'
import { EvaluationInputError } from './evaluation-input-error'
import { type JudgedLabels, type LabelMetrics, labelMetrics } from './label-metrics'
import { type LabelRow, readLabelRows } from './label-rows'

export interface EvaluateLabelsOptions {
  readonly train: string
  readonly test: string
  /** Default 1. */
  readonly seed?: number | undefined
  /** Null: n-grams only. */
  readonly encoder: Encoder | null
  readonly product: MatrixProduct
  readonly version: string
  readonly onProgress?: ((line: string) => void) | undefined
}

export interface LabelsReport extends LabelMetrics {
  readonly task: 'labels'
  readonly lang: Readonly<Partial<Record<Language, LabelMetrics>>>
  readonly seed: number
  /** Encoding of the examples included unless it was cached. */
  readonly trainSeconds: number
  readonly seconds: number
  readonly encoder: string | null
  readonly version: string
}

/**
 * `eval labels`: trains the label heads that the server uses and measures them on a test file. Files of `label` get
 * exactly one a row, files of `labels` any number.
 *
 * @throws EvaluationInputError for unusable input.
 */
export async function evaluateLabels(options: EvaluateLabelsOptions): Promise<LabelsReport> {
  const started = performance.now()
  const [examples, test] = await Promise.all([readLabelRows(options.train), readLabelRows(options.test)])
  const classifier = await train(examples, options)
  const trainSeconds = (performance.now() - started) / 1000
  options.onProgress?.(`trained in ${trainSeconds.toFixed(1)} s, reading ${test.length} test rows`)
  const judged = await judgeRows(test, classifier, options)
  return {
    task: 'labels',
    ...labelMetrics(judged),
    lang: byLanguage(test, judged),
    seed: options.seed ?? 1,
    trainSeconds,
    seconds: (performance.now() - started) / 1000,
    encoder: options.encoder?.id ?? null,
    version: options.version,
  }
}

async function train(examples: readonly LabelRow[], options: EvaluateLabelsOptions): Promise<LabelClassifier> {
  if (new Set(examples.map(({ isExclusive }) => isExclusive)).size > 1) {
    throw new EvaluationInputError({ file: options.train }, 'mixes rows of "label" and of "labels"')
  }
  return LabelClassifier.train(examples, {
    ...options,
    isExclusive: examples[0]?.isExclusive,
    onProgress: ({ step, view }) => options.onProgress?.(`${step} ${view ?? ''}`),
  })
}

async function judgeRows(test: readonly LabelRow[], classifier: LabelClassifier, { encoder }: EvaluateLabelsOptions) {
  const texts = test.map(({ text }) => text)
  const encodings = await encoder?.encode(texts, { purpose: 'query', priority: 'background' })
  return test.map(({ text, labels }, index) =>
    judge(labels, classifier.predict(encodings?.[index] ?? null, text), classifier),
  )
}

function judge(
  truth: readonly string[],
  { labels, ranking }: LabelPrediction,
  { model }: LabelClassifier,
): JudgedLabels {
  const decisions = model.isExclusive ? ranking.slice(0, 1) : ranking
  const confidences = decisions.map(({ name, probability }) => ({
    confidence: probability,
    isRight: truth.includes(name),
  }))
  return { truth, prediction: labels, confidences }
}

function byLanguage(test: readonly LabelRow[], judged: readonly JudgedLabels[]): LabelsReport['lang'] {
  const languages = new Set(test.map(({ lang }) => lang))
  const of = (lang: Language) => labelMetrics(judged.filter((_row, index) => test[index]?.lang === lang))
  return Object.fromEntries([...languages].map((lang) => [lang, of(lang)]))
}
