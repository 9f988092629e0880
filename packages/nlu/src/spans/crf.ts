import type { Matrix, MatrixProduct } from '@parley/inference'
import type { TimeMajorLayout } from './time-major-layout'

/** Potentials of a chain: factors, not logarithms; 0 forbids. */
export interface ChainPotentials {
  readonly tags: number
  /** exp(emissions), each row divided by its largest: [units, tags], time-major. */
  readonly units: Matrix
  /** exp(transitions) [from, to]. */
  readonly transitions: Matrix
  /** exp(starts), one a tag. */
  readonly starts: Float32Array
}

export interface ChainExpectations {
  /** Σ log of the partition function over all messages, but for the row maxima taken out of `units`. */
  readonly logPartition: number
  /** Probability of each tag at each unit: [units, tags]. */
  readonly marginals: Matrix
  /** Expected number of each transition: [from, to]. */
  readonly transitions: Float32Array
}

/**
 * Forward–backward over many messages at once (Rabiner 1989, with scaling): at each place all messages that long take
 * one step together, as one matrix product. Memory: three matrices of [units, tags].
 */
export async function expectTags(
  potentials: ChainPotentials,
  layout: TimeMajorLayout,
  product: MatrixProduct,
): Promise<ChainExpectations> {
  const { alphas, scales } = await forward(potentials, layout, product)
  const { betas, incoming } = await backward(potentials, scales, layout, product)
  const transitions = await expectTransitions(potentials, alphas, incoming, layout, product)
  let logPartition = 0
  for (const scale of scales) logPartition += Math.log(scale)
  for (let index = 0; index < alphas.length; index++)
    alphas[index] = (alphas[index] as number) * (betas[index] as number)
  return { logPartition, marginals: { ...potentials.units, data: alphas }, transitions }
}

async function forward(
  { tags, units, transitions, starts }: ChainPotentials,
  layout: TimeMajorLayout,
  product: MatrixProduct,
) {
  const alphas = new Float32Array(units.data.length)
  const scales = new Float32Array(units.rows)
  for (const [step, { first, count }] of layout.steps.entries()) {
    const reached =
      step === 0
        ? null
        : await product.multiply(blockOf(alphas, tags, layout.steps[step - 1]?.first ?? 0, count), transitions)
    for (let row = 0; row < count; row++) {
      const start = (first + row) * tags
      let sum = 0
      for (let tag = 0; tag < tags; tag++) {
        const before = reached === null ? (starts[tag] as number) : (reached.data[row * tags + tag] as number)
        const value = before * (units.data[start + tag] as number)
        alphas[start + tag] = value
        sum += value
      }
      scales[first + row] = sum
      for (let tag = 0; tag < tags; tag++) alphas[start + tag] = (alphas[start + tag] as number) / sum
    }
  }
  return { alphas, scales }
}

/** `incoming` holds unit potential × beta ÷ scale of every unit: what a transition into it is weighed by. */
async function backward(
  { tags, units, transitions }: ChainPotentials,
  scales: Float32Array,
  layout: TimeMajorLayout,
  product: MatrixProduct,
) {
  const betas = new Float32Array(units.data.length).fill(1)
  const incoming = new Float32Array(units.data.length)
  for (let step = layout.steps.length - 1; step >= 0; step--) {
    const { first, count } = layout.steps[step] as { first: number; count: number }
    for (let index = first * tags; index < (first + count) * tags; index++) {
      const scale = scales[Math.floor(index / tags)] as number
      incoming[index] = ((units.data[index] as number) * (betas[index] as number)) / scale
    }
    if (step === 0) break
    const left = await product.multiply(blockOf(incoming, tags, first, count), transitions, { transposeB: true })
    betas.set(left.data, (layout.steps[step - 1]?.first ?? 0) * tags)
  }
  return { betas, incoming }
}

async function expectTransitions(
  { tags, units, transitions }: ChainPotentials,
  alphas: Float32Array,
  incoming: Float32Array,
  layout: TimeMajorLayout,
  product: MatrixProduct,
): Promise<Float32Array> {
  const second = layout.steps[1]
  if (second === undefined) return new Float32Array(tags * tags)
  const rows = units.rows - second.first
  const before = new Float32Array(rows * tags)
  for (const [step, { first, count }] of layout.steps.entries()) {
    if (step === 0) continue
    const previous = layout.steps[step - 1]?.first ?? 0
    before.set(alphas.subarray(previous * tags, (previous + count) * tags), (first - second.first) * tags)
  }
  const pairs = await product.multiply(
    { rows, columns: tags, data: before },
    blockOf(incoming, tags, second.first, rows),
    { transposeA: true },
  )
  return pairs.data.map((value, index) => value * (transitions.data[index] as number))
}

const blockOf = (data: Float32Array, tags: number, first: number, count: number): Matrix => ({
  rows: count,
  columns: tags,
  data: data.subarray(first * tags, (first + count) * tags),
})
