import type { Matrix, MatrixProduct } from '@parley/inference'
import type { Objective } from '../numeric/lbfgs'
import { minimiseByBatches } from '../numeric/minimise-by-batches'
import { expectTags } from './crf'
import type { CrfWeights } from './span-model'
import { mayFollow, mayStart } from './tag-scheme'
import type { TimeMajorLayout } from './time-major-layout'

/** Which lexical features a row has; every one counts the same. */
export interface FeatureRows {
  readonly columns: number
  /** Row r has `ids[offsets[r]]` to `ids[offsets[r + 1] − 1]`. */
  readonly offsets: Int32Array
  readonly ids: Int32Array
}

/** Units of all messages, time-major. */
export interface CrfData {
  readonly layout: TimeMajorLayout
  readonly dense: Matrix
  readonly lexical: FeatureRows
  readonly tags: number
  /** Tag of each row. */
  readonly labels: readonly number[]
  /** Row of the unit before, −1 at a message's beginning. */
  readonly previous: Int32Array
}

export interface FitCrfOptions {
  /** The examples, dealt into parts of about one size. */
  readonly batches: readonly [CrfData, ...CrfData[]]
  readonly product: MatrixProduct
  /** λ of the penalty λ/2·‖weights‖² beside the mean loss a unit. */
  readonly l2: number
  readonly signal?: AbortSignal | undefined
}

/** A lexical feature's value; dense vectors have length 1 on average. */
export const LEXICAL_VALUE = 0.4
/** Under e^−50 of its row's best a tag is as good as impossible, and nothing underflows. */
const LEAST_EXPONENT = -50
/** Smaller residuals are lost in the rounding of the sums that they are added to. */
const LEAST_RESIDUAL = 1e-6

/** How often every example is looked at, at least; small sets take as many steps as they need. */
const EPOCHS = 8
const LEAST_STEPS = 200
const RATE = 0.1

/** Fits a linear-chain CRF batch by batch: the same batches give the same weights. */
export async function fitCrf({ batches, product, l2, signal }: FitCrfOptions): Promise<CrfWeights> {
  const [first] = batches
  const sizes = sizesOf(first)
  const parameters = await minimiseByBatches({
    start: new Float32Array(sizes.dense + sizes.lexical + first.tags * first.tags + first.tags),
    objectives: batches.map((data) => penalisedLoss(data, { product, l2, signal })),
    epochs: Math.max(EPOCHS, Math.ceil(LEAST_STEPS / batches.length)),
    rate: RATE,
  })
  return split(parameters, first)
}

const sizesOf = ({ dense, lexical, tags }: CrfData) => ({
  dense: dense.columns * tags,
  lexical: lexical.columns * tags,
})

function split(parameters: Float32Array, data: CrfData): CrfWeights {
  const { dense, lexical } = sizesOf(data)
  const transitions = dense + lexical
  return {
    dense: parameters.subarray(0, dense),
    lexical: parameters.subarray(dense, transitions),
    transitions: parameters.subarray(transitions, transitions + data.tags ** 2),
    starts: parameters.subarray(transitions + data.tags ** 2),
  }
}

function penalisedLoss(data: CrfData, { product, l2, signal }: Omit<FitCrfOptions, 'batches'>): Objective {
  const { tags, dense, labels } = data
  const share = 1 / labels.length
  return async (parameters, gradient) => {
    signal?.throwIfAborted()
    const weights = split(parameters, data)
    const slopes = split(gradient, data)
    const emissions = await emit(data, weights, product)
    const gold = goldScore(data, emissions.data, weights)
    const maxima = toPotentials(emissions.data, tags)
    const chain = {
      tags,
      units: emissions,
      transitions: {
        rows: tags,
        columns: tags,
        data: exponentials(weights.transitions, (from, to) => mayFollow(from, to), tags),
      },
      starts: exponentials(weights.starts, (_from, to) => mayStart(to), tags),
    }
    const { logPartition, marginals, transitions } = await expectTags(chain, data.layout, product)
    slopes.transitions.set(transitions)
    addStarts(slopes.starts, marginals, data)
    subtractGold(data, marginals.data, slopes)
    slopes.dense.set((await product.multiply(dense, marginals, { transposeA: true })).data)
    slopes.lexical.fill(0)
    collectLexical(data, marginals.data, slopes.lexical)
    const loss = (logPartition + maxima - gold) * share
    return loss + scaleAndPenalise(parameters, gradient, share, l2)
  }
}

/** Scores [rows, tags] of the units alone. */
export async function emit(
  data: Pick<CrfData, 'dense' | 'lexical' | 'tags'>,
  weights: CrfWeights,
  product: MatrixProduct,
): Promise<Matrix> {
  const { dense, lexical, tags } = data
  const scores = await product.multiply(dense, { rows: dense.columns, columns: tags, data: weights.dense })
  for (let row = 0; row < dense.rows; row++)
    addLexical(lexical, row, weights.lexical, scores.data.subarray(row * tags, (row + 1) * tags))
  return scores
}

/** Adds the row's lexical weights to its scores. */
export function addLexical(
  { offsets, ids }: FeatureRows,
  row: number,
  weights: Float32Array,
  scores: Float32Array,
): void {
  const tags = scores.length
  for (let at = offsets[row] as number; at < (offsets[row + 1] as number); at++) {
    const start = (ids[at] as number) * tags
    for (let tag = 0; tag < tags; tag++) {
      scores[tag] = (scores[tag] as number) + LEXICAL_VALUE * (weights[start + tag] as number)
    }
  }
}

/** Adds each row's residuals to the slopes of its features. Few tags are in doubt at a unit: only theirs are added. */
function collectLexical({ lexical, tags, labels }: CrfData, residuals: Float32Array, slopes: Float32Array): void {
  const { offsets, ids } = lexical
  const doubtful = new Int32Array(tags)
  for (let row = 0; row < labels.length; row++) {
    const own = residuals.subarray(row * tags, (row + 1) * tags)
    const count = collectDoubtful(own, doubtful)
    for (let at = offsets[row] as number; at < (offsets[row + 1] as number); at++) {
      const start = (ids[at] as number) * tags
      for (let index = 0; index < count; index++) {
        const tag = doubtful[index] as number
        slopes[start + tag] = (slopes[start + tag] as number) + LEXICAL_VALUE * (own[tag] as number)
      }
    }
  }
}

function collectDoubtful(residuals: Float32Array, doubtful: Int32Array): number {
  let count = 0
  for (let tag = 0; tag < residuals.length; tag++) {
    if (Math.abs(residuals[tag] as number) > LEAST_RESIDUAL) doubtful[count++] = tag
  }
  return count
}

function goldScore({ tags, labels, previous }: CrfData, emissions: Float32Array, weights: CrfWeights): number {
  let score = 0
  labels.forEach((tag, row) => {
    const before = previous[row] as number
    const step = before < 0 ? weights.starts[tag] : weights.transitions[(labels[before] as number) * tags + tag]
    score += (emissions[row * tags + tag] as number) + (step as number)
  })
  return score
}

/** Scores become factors, in place, each row divided by its largest; returns the sum of what was taken out. */
export function toPotentials(scores: Float32Array, tags: number): number {
  let maxima = 0
  for (let start = 0; start < scores.length; start += tags) {
    let highest = Number.NEGATIVE_INFINITY
    for (let place = start; place < start + tags; place++) highest = Math.max(highest, scores[place] as number)
    maxima += highest
    for (let place = start; place < start + tags; place++) {
      scores[place] = Math.exp(Math.max(LEAST_EXPONENT, (scores[place] as number) - highest))
    }
  }
  return maxima
}

/** e^weight where allowed, else 0. */
export function exponentials(
  weights: Float32Array,
  isAllowed: (from: number, to: number) => boolean,
  tags: number,
): Float32Array {
  return weights.map((weight, index) => (isAllowed(Math.floor(index / tags), index % tags) ? Math.exp(weight) : 0))
}

function addStarts(slopes: Float32Array, marginals: Matrix, { layout, tags }: CrfData): void {
  slopes.fill(0)
  const firsts = (layout.steps[0]?.count ?? 0) * tags
  for (let index = 0; index < firsts; index++) {
    slopes[index % tags] = (slopes[index % tags] as number) + (marginals.data[index] as number)
  }
}

function subtractGold({ tags, labels, previous }: CrfData, marginals: Float32Array, slopes: CrfWeights): void {
  const lower = (target: Float32Array, index: number) => {
    target[index] = (target[index] as number) - 1
  }
  labels.forEach((tag, row) => {
    const before = previous[row] as number
    lower(marginals, row * tags + tag)
    if (before < 0) lower(slopes.starts, tag)
    else lower(slopes.transitions, (labels[before] as number) * tags + tag)
  })
}

function scaleAndPenalise(weights: Float32Array, gradient: Float32Array, share: number, l2: number): number {
  let squares = 0
  for (let index = 0; index < weights.length; index++) {
    const weight = weights[index] as number
    squares += weight * weight
    gradient[index] = share * (gradient[index] as number) + l2 * weight
  }
  return (l2 / 2) * squares
}
