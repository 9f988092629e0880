import { type Confidence, expectedCalibrationError } from './classification-metrics'

/** The labels that a row has, those it was given, and how sure the model was of what it said. */
export interface JudgedLabels {
  readonly truth: readonly string[]
  readonly prediction: readonly string[]
  /** One for the row's only label; one for each label there is where a row may have several. */
  readonly confidences: readonly Confidence[]
}

export interface LabelMetrics {
  readonly n: number
  /** Share of rows given exactly their labels. */
  readonly accuracy: number
  /** Mean F1 over the labels that occur as truth. */
  readonly macroF1: number
  /** F1 over all decisions; equals accuracy where every row has one label and is given one. */
  readonly microF1: number
  readonly ece: number
}

/** Of one label. */
export interface LabelFigures {
  readonly n: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

interface Counts {
  right: number
  given: number
  true: number
}

export function labelMetrics(rows: readonly JudgedLabels[]): LabelMetrics {
  const counts = countLabels(rows)
  const occurring = [...counts.values()].filter((count) => count.true > 0)
  return {
    n: rows.length,
    accuracy: rows.filter(isExact).length / Math.max(1, rows.length),
    macroF1: occurring.reduce((sum, count) => sum + f1(count), 0) / Math.max(1, occurring.length),
    microF1: f1(total([...counts.values()])),
    ece: expectedCalibrationError(rows.flatMap(({ confidences }) => confidences)),
  }
}

/** The same for each label that occurs as truth. */
export function metricsByLabel(rows: readonly JudgedLabels[]): Record<string, LabelFigures> {
  const occurring = [...countLabels(rows)].filter(([, count]) => count.true > 0)
  return Object.fromEntries(
    occurring.map(([label, count]) => [
      label,
      {
        n: count.true,
        precision: count.right / Math.max(1, count.given),
        recall: count.right / count.true,
        f1: f1(count),
      },
    ]),
  )
}

/** Whether the row was given exactly its labels, in any order. */
export function isExact({ truth, prediction }: Pick<JudgedLabels, 'truth' | 'prediction'>): boolean {
  return truth.length === prediction.length && truth.every((label) => prediction.includes(label))
}

function countLabels(rows: readonly JudgedLabels[]): Map<string, Counts> {
  const counts = new Map<string, Counts>()
  const of = (label: string): Counts => {
    const known = counts.get(label) ?? { right: 0, given: 0, true: 0 }
    counts.set(label, known)
    return known
  }
  for (const { truth, prediction } of rows) {
    for (const label of truth) of(label).true++
    for (const label of prediction) of(label).given++
    for (const label of prediction.filter((given) => truth.includes(given))) of(label).right++
  }
  return counts
}

function total(counts: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) => counts.reduce((total, count) => total + count[key], 0)
  return { right: sum('right'), given: sum('given'), true: sum('true') }
}

const f1 = (count: Counts) => (2 * count.right) / Math.max(1, count.given + count.true)
