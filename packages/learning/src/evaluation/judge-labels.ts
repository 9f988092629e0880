import type { Encoder } from '@parley/inference'
import { classifiedPart, type LabelClassifier, type LabelPrediction } from '@parley/nlu'
import type { Language } from '@parley/text'
import type { JudgedLabels } from './label-metrics'
import { type LabelMap, mapPrediction } from './map-labels'

interface LabelledText {
  readonly text: string
  readonly labels: readonly string[]
  readonly lang: Language
}

export interface JudgedText extends JudgedLabels {
  readonly lang: Language
}

export interface JudgeOptions {
  readonly encoder: Encoder | null
  /** To the test file's labels. Default: they are the model's. */
  readonly map?: LabelMap
  /** The surest label alone, also of a model that may give several. */
  readonly isOne?: boolean
}

/** What the classifier says of each row beside what a person said. */
export async function judgeLabels(
  rows: readonly LabelledText[],
  classifier: LabelClassifier,
  { encoder, map = {}, isOne = classifier.model.isExclusive }: JudgeOptions,
): Promise<JudgedText[]> {
  const texts = rows.map(({ text }) => classifiedPart(text))
  const encodings = await encoder?.encode(texts, { purpose: 'query', priority: 'background' })
  return rows.map(({ labels, lang }, index) => {
    const prediction = classifier.predict(encodings?.[index] ?? null, texts[index] as string)
    return { ...judge(labels, mapPrediction(prediction, map, isOne), isOne), lang }
  })
}

/** An exclusive choice is one decision, a set of labels one decision each. */
function judge(truth: readonly string[], { labels, ranking }: LabelPrediction, isOne: boolean): JudgedLabels {
  const decisions = isOne ? ranking.slice(0, 1) : ranking
  const confidences = decisions.map(({ name, probability }) => ({
    confidence: probability,
    isRight: truth.includes(name),
  }))
  return { truth, prediction: isOne ? decisions.map(({ name }) => name) : labels, confidences }
}
