import type { Encoder } from '@parley/inference'
import { classifiedPart, type LabelClassifier, type LabelPrediction } from '@parley/nlu'
import type { Language } from '@parley/text'
import type { JudgedLabels } from './label-metrics'

interface LabelledText {
  readonly text: string
  readonly labels: readonly string[]
  readonly lang: Language
}

export interface JudgedText extends JudgedLabels {
  readonly lang: Language
}

/** What the classifier says of each row beside what a person said. */
export async function judgeLabels(
  rows: readonly LabelledText[],
  classifier: LabelClassifier,
  encoder: Encoder | null,
): Promise<JudgedText[]> {
  const texts = rows.map(({ text }) => classifiedPart(text))
  const encodings = await encoder?.encode(texts, { purpose: 'query', priority: 'background' })
  return rows.map(({ labels, lang }, index) => ({
    ...judge(
      labels,
      classifier.predict(encodings?.[index] ?? null, texts[index] as string),
      classifier.model.isExclusive,
    ),
    lang,
  }))
}

/** An exclusive choice is one decision, a set of labels one decision each. */
function judge(truth: readonly string[], { labels, ranking }: LabelPrediction, isExclusive: boolean): JudgedLabels {
  const decisions = isExclusive ? ranking.slice(0, 1) : ranking
  const confidences = decisions.map(({ name, probability }) => ({
    confidence: probability,
    isRight: truth.includes(name),
  }))
  return { truth, prediction: labels, confidences }
}
