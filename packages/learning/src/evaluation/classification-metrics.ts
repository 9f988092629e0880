/** What was said of one row, and what was true. */
export interface Outcome {
  readonly truth: string
  readonly prediction: string
}

/** Share of right predictions; 0 for no rows. */
export function accuracy(outcomes: readonly Outcome[]): number {
  return outcomes.filter(({ truth, prediction }) => truth === prediction).length / Math.max(1, outcomes.length)
}

/** The mean, over the classes that occur as truth, of F1 = 2·TP / (2·TP + FP + FN). */
export function macroF1(outcomes: readonly Outcome[]): number {
  const right = countBy(outcomes.filter(({ truth, prediction }) => truth === prediction).map(({ truth }) => truth))
  const truths = countBy(outcomes.map(({ truth }) => truth))
  const predictions = countBy(outcomes.map(({ prediction }) => prediction))
  const scores = [...truths].map(
    ([name, count]) => (2 * (right.get(name) ?? 0)) / (count + (predictions.get(name) ?? 0)),
  )
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length)
}

/** One prediction's confidence and whether it was right. */
export interface Confidence {
  readonly confidence: number
  readonly isRight: boolean
}

/**
 * Expected calibration error: the mean gap between confidence and accuracy over bins of equal mass (Nixon et al. 2019).
 * Rows are ordered by confidence; bin b holds rows ⌊b·n/bins⌋ to ⌊(b+1)·n/bins⌋.
 */
export function expectedCalibrationError(rows: readonly Confidence[], bins = 15): number {
  const sorted = rows.toSorted((left, right) => left.confidence - right.confidence)
  const gaps = Array.from({ length: bins }, (_unused, bin) => {
    const inBin = sorted.slice(edge(bin, bins, rows.length), edge(bin + 1, bins, rows.length))
    const confidence = inBin.reduce((sum, row) => sum + row.confidence, 0)
    return Math.abs(confidence - inBin.filter(({ isRight }) => isRight).length)
  })
  return gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, rows.length)
}

function edge(bin: number, bins: number, rows: number): number {
  return Math.floor((bin * rows) / bins)
}

function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
