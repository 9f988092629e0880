import type { Matrix } from '@parley/inference'

/** A label seen less often among held-out messages takes the threshold that suits all labels together. */
const MIN_POSITIVES = 10
/** Where nothing could be held out, more likely than not must do. */
const DEFAULT_THRESHOLD = 0.5

interface Scored {
  readonly probability: number
  readonly isTrue: boolean
}

/**
 * For each label the probability from which on giving it makes its F1 highest (Lipton et al. 2014), judged on rows that
 * the heads had not learnt from.
 *
 * @param probabilities [rows, labels]
 * @param targets of the same shape, 1 where the row has the label
 */
export function chooseLabelThresholds(probabilities: Matrix, targets: Matrix): number[] {
  if (probabilities.rows === 0) return Array.from({ length: targets.columns }, () => DEFAULT_THRESHOLD)
  const byLabel = Array.from({ length: targets.columns }, (_unused, label) => column(probabilities, targets, label))
  const shared = bestThreshold(byLabel.flat())
  return byLabel.map((rows) =>
    rows.filter(({ isTrue }) => isTrue).length < MIN_POSITIVES ? shared : bestThreshold(rows),
  )
}

function column(probabilities: Matrix, targets: Matrix, label: number): Scored[] {
  return Array.from({ length: probabilities.rows }, (_unused, row) => ({
    probability: probabilities.data[row * targets.columns + label] as number,
    isTrue: targets.data[row * targets.columns + label] === 1,
  }))
}

/** Midway between the last row given the label and the first that is not. */
function bestThreshold(rows: readonly Scored[]): number {
  const sorted = rows.toSorted((left, right) => right.probability - left.probability)
  const positives = rows.filter(({ isTrue }) => isTrue).length
  let [right, bestF1, best] = [0, 0, DEFAULT_THRESHOLD]
  sorted.forEach(({ probability, isTrue }, place) => {
    if (isTrue) right++
    const f1 = (2 * right) / (place + 1 + positives)
    if (f1 <= bestF1) return
    bestF1 = f1
    best = (probability + (sorted[place + 1]?.probability ?? 0)) / 2
  })
  return best
}
