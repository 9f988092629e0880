/** Two models on the same messages. */
export interface PairedComparison {
  readonly rows: number
  /** Right by the first model alone, and by the second alone. */
  readonly lost: number
  readonly won: number
  /** Two-sided, of the exact test of McNemar (1947): how likely so uneven a split is where both are equally good. */
  readonly p: number
}

export function comparePredictions(
  pairs: readonly { readonly wasRight: boolean; readonly isRight: boolean }[],
): PairedComparison {
  const lost = pairs.filter(({ wasRight, isRight }) => wasRight && !isRight).length
  const won = pairs.filter(({ wasRight, isRight }) => !wasRight && isRight).length
  return { rows: pairs.length, lost, won, p: twoSidedSignTest(lost, won) }
}

/** Sums binomial probabilities of half in logarithms: thousands of pairs underflow nothing. */
function twoSidedSignTest(lost: number, won: number): number {
  const n = lost + won
  let logTerm = -n * Math.LN2
  let tail = 0
  for (let k = 0; k <= Math.min(lost, won); k++) {
    tail += Math.exp(logTerm)
    logTerm += Math.log((n - k) / (k + 1))
  }
  return Math.min(1, 2 * tail)
}
