import type { MatrixProduct } from '@parley/inference'
import { matrixOf } from '../numeric/matrix'
import { fitSoftmaxRegression } from '../numeric/softmax-regression'
import type { ScopeModel } from './intent-model'

/** What tells of a message outside all intents. */
export interface ScopeEvidence {
  /** Log-probabilities of the intents, pooled. */
  readonly intents: Float32Array
  /** Log-odds of "out of scope" by the scope head; null where it was not asked. */
  readonly outOfScopeLogOdds: number | null
}

const L2 = 1e-3
const MAX_LOG_ODDS = 20

/** Log-odds of the best intent against the others, then the scope head's opinion. */
export function scopeSignals({ intents, outOfScopeLogOdds }: ScopeEvidence): number[] {
  const best = intents.reduce((highest, value) => Math.max(highest, value), Number.NEGATIVE_INFINITY)
  const logOdds = best - Math.log(Math.max(-Math.expm1(best), Math.exp(-MAX_LOG_ODDS)))
  const signals = outOfScopeLogOdds === null ? [logOdds] : [logOdds, outOfScopeLogOdds]
  return signals.map((signal) => Math.max(-MAX_LOG_ODDS, Math.min(MAX_LOG_ODDS, signal)))
}

/** Learns in-scope probability from evidence about rows that none of its sources had learnt from. */
export async function fitScopeModel(
  inScope: readonly ScopeEvidence[],
  outOfScope: readonly ScopeEvidence[],
  product: MatrixProduct,
): Promise<ScopeModel> {
  const signals = [...inScope, ...outOfScope].map((evidence) => Float32Array.from(scopeSignals(evidence)))
  const features = matrixOf(signals, signals[0]?.length ?? 0)
  const labels = [...inScope.map(() => 0), ...outOfScope.map(() => 1)]
  const { weights, biases } = await fitSoftmaxRegression({ product, features, labels, classes: 2, l2: L2 })
  const difference = (values: Float32Array, column: number) =>
    (values[2 * column] as number) - (values[2 * column + 1] as number)
  const columns = Array.from({ length: features.columns }, (_unused, column) => column)
  return { weights: columns.map((column) => difference(weights, column)), bias: difference(biases, 0) }
}

export function inScopeProbability(model: ScopeModel | null, evidence: ScopeEvidence): number {
  if (model === null) return 1
  const score = scopeSignals(evidence).reduce(
    (sum, signal, index) => sum + signal * (model.weights[index] as number),
    model.bias,
  )
  return 1 / (1 + Math.exp(-score))
}
