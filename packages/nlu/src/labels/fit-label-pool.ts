import type { Matrix, MatrixProduct } from '@parley/inference'
import { fitLogisticRegression, sigmoid } from '../numeric/logistic-regression'
import { chooseLabelThresholds } from './choose-label-thresholds'
import type { LabelPool } from './label-model'

export interface FitLabelPoolOptions {
  /** Held-out log-odds [rows, labels] of each head; null for a head that is not asked. */
  readonly heldOut: readonly (Matrix | null)[]
  /** [rows, labels] of the same rows. */
  readonly targets: Matrix
  readonly product: MatrixProduct
}

/** Keeps the weights finite where held-out rows are few or all right. */
const PRIOR = 1e-4

/**
 * Learns how to join the heads: a logistic regression over their held-out log-odds (stacking, Wolpert 1992). It
 * calibrates at the same time: for one head it is Platt's scaling (1999).
 */
export async function fitLabelPool({ heldOut, targets, product }: FitLabelPoolOptions): Promise<LabelPool> {
  const asked = heldOut.filter((head) => head !== null)
  const { weights, bias } = targets.rows === 0 ? plainMean(asked.length) : await stack(asked, targets, product)
  const left = weights.values()
  const allWeights = heldOut.map((head) => (head === null ? 0 : (left.next().value as number)))
  const probabilities = {
    ...targets,
    data: targets.data.map((_target, place) =>
      sigmoid(
        poolLogOdds(
          heldOut.map((head) => head?.data[place] ?? 0),
          { weights: allWeights, bias },
        ),
      ),
    ),
  }
  return { weights: allWeights, bias, thresholds: chooseLabelThresholds(probabilities, targets) }
}

/** @param logOdds of one label by each head. */
export function poolLogOdds(
  logOdds: readonly number[],
  { weights, bias }: Pick<LabelPool, 'weights' | 'bias'>,
): number {
  return logOdds.reduce((sum, value, head) => sum + value * (weights[head] as number), bias)
}

async function stack(heads: readonly Matrix[], targets: Matrix, product: MatrixProduct) {
  const columns = heads.length
  const data = new Float32Array(targets.data.length * columns)
  heads.forEach((head, index) => {
    for (let row = 0; row < head.data.length; row++) data[row * columns + index] = head.data[row] as number
  })
  const features = { rows: targets.data.length, columns, data }
  const decisions = { rows: targets.data.length, columns: 1, data: targets.data }
  const model = await fitLogisticRegression({ product, features, targets: decisions, l2: PRIOR })
  return { weights: [...model.weights], bias: model.biases[0] as number }
}

const plainMean = (heads: number) => ({ weights: Array.from({ length: heads }, () => 1 / heads), bias: 0 })
