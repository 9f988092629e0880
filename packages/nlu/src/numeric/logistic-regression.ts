import type { Matrix } from '@parley/inference'
import { fitLinearModel, type LinearFitOptions, type LinearModel } from './linear-model'

export interface LogisticRegressionOptions extends Omit<LinearFitOptions, 'classes'> {
  /** [rows, labels]: 1 where the row has the label, 0 where it has not. */
  readonly targets: Matrix
}

/**
 * Independent logistic regressions, one a label, fitted together (binary relevance, Tsoumakas & Katakis 2007).
 * The logits of the model are log-odds.
 */
export function fitLogisticRegression({ targets, ...options }: LogisticRegressionOptions): Promise<LinearModel> {
  const fit = { ...options, classes: targets.columns }
  return fitLinearModel(fit, (logits) => toResiduals(logits, targets.data, options.features.rows))
}

export const sigmoid = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds))

/** Logits become the loss's gradient by each logit, in place; returns the loss, summed over labels, a row. */
function toResiduals(logits: Float32Array, targets: Float32Array, rows: number): number {
  let loss = 0
  for (let place = 0; place < logits.length; place++) {
    const logit = logits[place] as number
    const target = targets[place] as number
    // log(1 + e^x) − target·x, written so that nothing overflows.
    loss += Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit))) - target * logit
    logits[place] = (sigmoid(logit) - target) / rows
  }
  return loss / rows
}
